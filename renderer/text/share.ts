import type { OutReason, Unread } from '../../shared/share/share-state.ts'
import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

const waits = (count: number): string => `${plural(count, 'change', 'changes')} waiting`

/** Why the place is out of reach; since when follows. */
const out = {
  folder: {
    unreachable: 'Folder not reachable',
    asks: 'The browser asks again for the folder',
    signIn: 'Permission for the folder needed',
    refused: 'No permission for the folder',
    full: 'Disk of the folder full',
    tooLarge: 'Plan too large for the folder',
    changed: 'Something else writes this computer’s file there',
    gone: 'Nothing written there stays',
    failed: 'Folder not readable',
    readOnly: 'You may read the folder, and not write in it',
    otherPlan: 'The folder belongs to another plan',
    newer: 'A newer version has made the folder',
  },
  server: {
    unreachable: 'Server not reachable',
    asks: 'Connecting to the server waits for your word',
    signIn: 'Sign-in to the server needed',
    refused: 'Sign-in refused',
    full: 'Server full',
    tooLarge: 'Plan too large for the server',
    changed: 'Something else writes this computer’s part there',
    gone: 'Nothing written there stays',
    failed: 'Server not usable',
    readOnly: 'You may read there, and not write',
    otherPlan: 'The place on the server belongs to another plan',
    newer: 'A newer version has made the place on the server',
  },
} satisfies Record<'folder' | 'server', Record<OutReason, string>>

/** What is so, and not since when. */
const sinceless: ReadonlySet<OutReason> = new Set(['asks', 'signIn', 'readOnly', 'otherPlan', 'newer'])

/** What can be done about it, or why nothing has to be. */
const outHint = {
  folder: {
    unreachable: 'You go on as usual: what you change is saved on this computer, and goes out when the folder is there again.',
    asks: 'Browsers ask once more after a restart. Until you allow it nothing is read or written there; your changes are saved on this computer.',
    signIn: 'Open the folder once more to allow it. Your changes are saved on this computer.',
    refused: 'Ask whoever gave you the folder whether you may write in it. Your changes are saved on this computer.',
    full: 'Free some space where the folder is. Your changes are saved on this computer.',
    tooLarge: 'Look at the limits of the program that synchronises the folder. Your changes are saved on this computer.',
    changed: 'What it writes is read first, and nothing is put over it. It is tried again by itself; your changes are saved on this computer.',
    gone: 'Something takes the files away again: a virus scanner perhaps, or a rule of the program that synchronises the folder. It is tried again now and then; your changes are saved on this computer.',
    failed: 'It is tried again by itself. Your changes are saved on this computer.',
    readOnly: 'What colleagues change comes to you. What you change is saved on this computer, and stays here until you may write there: ask whoever gave you the folder.',
    otherPlan: 'Its plan.json is that of another plan by now, so nothing is read or written there. Put the right one back, or leave the share and choose the right folder. Your changes are saved on this computer.',
    newer: 'Update this Quarterdeck to go on exchanging. Your changes are saved on this computer.',
  },
  server: {
    unreachable: 'You go on as usual: what you change is saved on this computer, and goes out when the server answers again.',
    asks: 'Until you allow it nothing is sent there; your changes are saved on this computer.',
    signIn: 'It was known only until the window was closed. Connect again to exchange; your changes are saved on this computer.',
    refused: 'The server doesn’t say why: the name, the password or the token may be another by now, or you may have no right to this plan any more. Connect again, or ask whoever runs the server. It is tried again by itself; your changes are saved on this computer.',
    full: 'Whoever runs the server can raise its limit. Your changes are saved on this computer.',
    tooLarge: 'Whoever runs the server can raise its limit. Your changes are saved on this computer.',
    changed: 'What it writes is read first, and nothing is put over it. It is tried again by itself; your changes are saved on this computer.',
    gone: 'Something on the server takes it away again. It is tried again now and then; your changes are saved on this computer.',
    failed: 'It has to be a NATS server with JetStream switched on. It is tried again by itself.',
    readOnly: 'What colleagues change comes to you. What you change is saved on this computer, and stays here until you may write there: ask whoever runs the server.',
    otherPlan: 'What lies there says that it is of another plan, so nothing is read or written there. Ask whoever runs the server. Your changes are saved on this computer.',
    newer: 'Update this Quarterdeck to go on exchanging. Your changes are saved on this computer.',
  },
} satisfies Record<'folder' | 'server', Record<OutReason, string>>

/** Few enough to be named are. */
const named = (names: readonly string[]): string => (names.length === 1 ? isolated(names[0] ?? '') : `${names.length} colleagues`)

/** What lies there and can't be read. */
const unread = {
  half: (count: number) => `${plural(count, 'file isn’t', 'files aren’t')} whole yet: ${count === 1 ? 'it is' : 'they are'} read as soon as ${count === 1 ? 'it has' : 'they have'} come completely.`,
  gap: (count: number) => `${plural(count, 'file waits', 'files wait')} for one before ${count === 1 ? 'it' : 'them'} that has not come yet.`,
  byHand: (count: number) => `${plural(count, 'file was', 'files were')} changed by hand. Open ${count === 1 ? 'it' : 'them'} with Ctrl+O to look the changes through, and remove ${count === 1 ? 'it' : 'them'} from the folder afterwards.`,
  newer: (count: number) => `${plural(count, 'file was', 'files were')} written by a newer version of Quarterdeck. Update this one to read ${count === 1 ? 'it' : 'them'}.`,
  otherPlan: (count: number) => `${plural(count, 'file belongs', 'files belong')} to another plan and ${count === 1 ? 'is' : 'are'} left alone.`,
  unreadable: (count: number) => `${plural(count, 'file', 'files')} can’t be read on this computer now. It is tried again by itself; where it stays so, see whether you may read all that lies there.`,
  refused: (count: number) => `${plural(count, 'file is', 'files are')} none that Quarterdeck can read, and ${count === 1 ? 'is' : 'are'} left alone.`,
  tooMuch: (count: number) => `${plural(count, 'file holds', 'files hold')} more than fits into this plan, and ${count === 1 ? 'was' : 'were'} not taken in.`,
} satisfies Record<Unread['why'], (count: number) => string>

/** Words for how the exchange of a shared plan stands. */
export const shareText = {
  through: { folder: 'Shared through a folder', server: 'Shared through a server' },
  line: (state: string) => `Shared: ${state}`,
  starting: { folder: 'looking into the folder…', server: 'connecting…' },
  upToDate: (when: string) => `up to date ${when}`,
  upToDateLong: (when: string) => `Up to date ${when}`,
  startingLong: { folder: 'Looking into the folder…', server: 'Connecting…' },
  waiting: waits,
  waitingLong: (count: number) => `${waits(count)} to go out`,
  out: ({ kind, reason, since, waiting }: { readonly kind: 'folder' | 'server'; readonly reason: OutReason; readonly since: string; readonly waiting: number }) =>
    [sinceless.has(reason) ? out[kind][reason] : `${out[kind][reason]} since ${since}`, ...(waiting > 0 ? [waits(waiting)] : [])].join(', '),
  outHint,
  waitingHint: (count: number) => (count === 1 ? 'It is saved on this computer and goes out by itself.' : 'They are saved on this computer and go out by themselves.'),
  /** Said aloud once when it changes, and not with each minute or edit. */
  voice: { out, back: { folder: 'The shared folder can be reached again', server: 'The server can be reached again' } },
  retry: 'Retry',
  allow: 'Allow',
  look: 'Look now',
  looking: 'Looking…',
  leave: 'Leave…',
  copyAddress: 'Copy address',
  copied: 'The address is copied. Colleagues paste it under “Join through a server”.',
  notCopied: 'The browser did not allow copying. Select the address and copy it by hand.',
  connectAgain: 'Connect again…',

  members: 'Who takes part',
  noMembers: { folder: 'Nobody else yet. Who opens the folder is listed here.', server: 'Nobody else yet. Who joins with the address is listed here.' },
  away: 'Not heard of for half a year',
  membersUnknown: { folder: 'Who takes part is listed here once the folder can be read.', server: 'Who takes part is listed here once the server answers.' },
  seen: (when: string) => (when === '' ? 'has not written yet' : `last wrote ${when}`),
  hasAll: 'has everything',
  lacks: 'doesn’t have everything yet',
  hereNow: 'has the plan open',
  here: (names: readonly string[]) => (names.length === 1 ? `${isolated(names[0] ?? '')} is here` : `${names.length} others are here`),
  hereTitle: (names: readonly string[]) => `Has the plan open too: ${names.map(isolated).join(', ')}`,

  heldBack: (name: string, span: string) => `The clock of ${isolated(name)} runs ${span} ahead. What it wrote waits.`,
  heldBackHint: 'Ask for that clock to be set. Taken in as it is, what was written there stands over what colleagues edit until then without having it; what you take in goes on from here to all the others.',
  heldBackSet: (name: string, span: string) => `The clock of ${isolated(name)} ran ${span} ahead, and is right by now. What it wrote with the wrong one waits, and what comes on top of that.`,
  heldBackSetHint: 'Taken in as it is, it stands over what colleagues edit until then without having it; what you take in goes on from here to all the others.',
  heldAt: (names: readonly string[], span: string) => `The clock of this computer runs ${span} ahead of that of ${named(names)}. What you write waits there.`,
  heldAtHint: 'Set the clock of this computer right. What was written meanwhile waits until a colleague takes it in under “Exchange”; the others then get it too.',
  heldAtSet: (names: readonly string[], span: string) => `The clock of this computer ran ${span} ahead. What you wrote with it waits at ${named(names)}, and what comes on top of that.`,
  heldAtSetHint: 'Ask a colleague to take it in under “Exchange”; the others then get it too. Nothing is lost: it is all saved on this computer.',
  heldLine: (names: readonly string[]) => `what ${named(names)} wrote waits for you`,
  heldAtLine: (names: readonly string[]) => `what you wrote waits at ${named(names)}`,
  accept: 'Take it in anyway',
  unreadTitle: 'Not taken in',
  unread: (why: Unread['why'], count: number) => unread[why](count),

  notShared: 'Share this plan',
  notSharedHint: 'Everybody keeps a plan of their own and works on offline; what one changes comes to the others by itself.',
  folder: 'Through a folder…',
  folderHint: 'One that your team has already: Nextcloud, OneDrive, Dropbox, Syncthing, or a network drive. No server is needed.',
  server: 'Through a server…',
  serverHint: 'A NATS server that your team runs: changes are there within a second, and you see who is here.',
  file: 'With a file',
  fileHint: 'Send it by hand, and merge the one that comes back. It works along with a share, too.',
} as const
