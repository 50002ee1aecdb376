import type { MenuName } from '../../shared/bridge/commands.ts'
import type { FileKind } from '../../shared/bridge/files.ts'
import { product } from '../../shared/bridge/product.ts'
import type { FileFailure } from './disk.ts'

/** Everything the main process says to a person: menus, dialogs. What the page says is in `renderer/text/`. */
export const words = {
  menus: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    goal: 'Goal',
    help: 'Help',
  } satisfies Record<MenuName, string>,

  about: `About ${product.name}`,
  recent: 'Open recent',
  clearRecent: 'Remove all from the list',
  inFolder: (name: string, folder: string) => `${name} (in ${folder})`,

  fileKinds: {
    plan: 'Plan',
    snapshot: 'Snapshot',
    page: 'Goals page',
    wikitext: 'Wikitext',
    reportMarkdown: 'Report in Markdown',
    reportWikitext: 'Report in wikitext',
    reportHtml: 'Report as a web page',
    reportCsv: 'Report as a table',
  } satisfies Record<FileKind, string>,
  /** A plan under the ending `.qdeck`. */
  quarterdeckFile: 'Plan that opens by a double click',
  allFiles: 'All files',

  shareHere: 'Share here',
  joinFolder: 'Join',
  folderRefused: {
    denied: 'There is no right to write in that folder. Nothing was changed; choose another, or ask whoever looks after it.',
    full: 'There is no room left where that folder lies. Nothing was changed.',
    failed: 'That folder could not be reached. Nothing was changed; see that its drive is there, then try again.',
  } satisfies Record<FileFailure, string>,
  folderRefusedTitle: 'That folder can’t be used.',
  allowServer: {
    message: (server: string) => `Connect to ${server}?`,
    detail: 'The plan that you share goes through this server, and whoever runs it can read it. Connect only to a server that you or your colleagues know. You are asked once for each server.',
    allow: 'Connect',
    refuse: 'Don’t connect',
  },

  stillBusy: {
    message: 'Your last edits are not safely saved yet.',
    detail: 'If the window closes now, they may be lost.',
    keepOpen: 'Keep open',
    closeAnyway: 'Close anyway',
  },

  pageGone: {
    message: 'The page stopped working three times within a minute.',
    detail: 'What was said to be saved is saved. Reload to go on, or close the window and open it again later.',
    reload: 'Reload',
    close: 'Close',
  },

  pageStuck: {
    message: 'The page does not answer.',
    detail: 'It may be busy with something large. Wait, or reload: what was said to be saved is saved, and what you were typing is kept.',
    wait: 'Wait',
    reload: 'Reload',
  },
  unsafeStart: (name: string) =>
    `Quarterdeck does not start with ${name}: it would take down what protects your plans. Start it without; nothing was changed.`,
  profileRefused: {
    denied: (folder) => `Quarterdeck did not start, because it may not write to its folder: ${folder}. What was said to be saved is saved. Allow it to write there, then start it again.`,
    full: (folder) => `Quarterdeck did not start, because there is no room left on the disk with its folder: ${folder}. What was said to be saved is saved. Make some room, then start it again.`,
    failed: (folder) => `Quarterdeck did not start, because its folder could not be written to: ${folder}. What was said to be saved is saved. See that its disk is there and sound, then start it again.`,
  } satisfies Record<FileFailure, (folder: string) => string>,
  startFailed: 'Quarterdeck could not start: start it once more or install it again from where you had it; what was said to be saved is saved.',
  wallMissing: 'Quarterdeck ended because its window was not shielded as it must be. What was said to be saved is saved. Install it again from where you had it.',
} as const
