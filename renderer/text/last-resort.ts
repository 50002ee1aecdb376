import { plural } from './plural.ts'

/** A screen instead of the planner: what is the matter, what is safe, what to do. */
interface LastWords {
  readonly title: string
  readonly safe: string
  readonly todo: string
}

export const lastResortText = {
  storage: {
    full: {
      title: 'There is no room left to save in',
      safe: 'What was saved before is untouched.',
      todo: 'The disk is full, or this browser gives the planner no more room. Free some space, then try again.',
    },
    unavailable: {
      title: 'The planner cannot keep anything here',
      safe: 'Nothing was changed. Plans that you keep in another browser, or outside a private window, are where they were.',
      todo: 'This browser gives the planner no room to save in, as in some private windows. Let this address keep site data, or open it in a normal window.',
    },
    removed: {
      title: 'This plan is no longer on this computer',
      safe: 'It was removed in another window. Your other plans are untouched.',
      todo: 'The start screen can bring it back, under Removed plans, where a backup of it was kept; else a file that was exported before can.',
    },
    damaged: {
      title: 'What is stored for this plan is damaged',
      safe: 'It is left as it is, and your other plans are untouched.',
      todo: 'Open the last file you exported to go on with a copy.',
    },
    newer: {
      title: 'A newer version of the planner has used these plans',
      safe: 'Nothing was changed: this version leaves alone what it does not know.',
      todo: 'Try again to load the newer version; where the planner is installed, install that version.',
    },
    blocked: {
      title: 'Another window does not let go of the plans',
      safe: 'Nothing was changed, and what the other windows have saved is safe.',
      todo: 'It may run an older version of the planner. Close or reload the other windows; this one goes on by itself as soon as they let go.',
    },
    silent: {
      title: 'The computer does not answer',
      safe: 'Nothing was changed. What was saved before is untouched as far as can be told.',
      todo: 'The planner has asked for its plans and waits. It goes on by itself when they come; if they don’t, close all windows of the planner and open it again.',
    },
    failed: {
      title: 'The computer refuses to read or write the plans',
      safe: 'Nothing was changed.',
      todo: 'See that the disk is not full and may be written to, also where the browser keeps its profile. Then close all windows of the planner and open it again.',
    },
  } satisfies Readonly<Record<string, LastWords>>,

  insecure: {
    title: 'The planner cannot work at this address',
    safe: 'Nothing was changed. Plans belong to the address they were made at, and are there.',
    todo: 'Over a connection that is not secure a browser withholds what keeps two windows apart. Open the address that the planner named when it was started.',
  },
  noLocks: {
    title: 'The planner cannot keep two windows apart here',
    safe: 'Nothing was changed. What was saved before is untouched.',
    todo: 'This browser is too old, or its settings withhold Web Locks. Let this address keep site data, or use a newer browser.',
  },
  notStarted: {
    title: 'The planner could not start',
    safe: 'What was saved before is untouched.',
    todo: 'Try again. If it stays like this, copy the details for whoever looks after the planner.',
  },
  mishap: {
    title: 'The planner has stumbled',
    safe: 'What you did is saved as far as it said so.',
    todo: 'Go on from there. If it happens again, save a copy of your plan first.',
  },
  waiting: {
    slot: {
      title: 'Too many windows of the planner are open',
      safe: 'Your plans are untouched.',
      todo: (windows: number) => `There can be ${plural(windows, 'window', 'windows')} at once. This one starts by itself as soon as another is closed.`,
    },
    plans: {
      title: 'This takes longer than usual',
      safe: 'Nothing was changed.',
      todo: 'The computer has not handed over the plans yet. The planner goes on by itself when it does.',
    },
  },
  outdated: {
    title: 'A newer version of the planner runs in another window',
    text: 'This window cannot save any more. What you did here and are typing is kept, and is there again when you reload.',
    kept: 'To be quite sure, save a copy of the plan first.',
    later: 'Later',
    reload: 'Reload',
  },

  again: 'Try again',
  goOn: 'Go on',
  back: 'All plans',
  saveCopy: 'Save a copy…',
  copy: 'Copy details',
  copied: 'Copied',
  details: 'Details',
  detailsHint: 'Codes only, nothing of what you wrote.',
} as const

/** In `index.html`, for when no script of the planner runs: shown after some seconds. */
export const notRunningText = {
  title: 'Quarterdeck has not started yet',
  text: 'Your plans are on this computer, and nothing was changed. If this stays here, reload the page; if that does not help, close all windows of the planner and open it again.',
  reload: 'Reload',
} as const
