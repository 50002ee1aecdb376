import * as v from 'valibot'
import { hasKind, isRecordId } from '../model/ids.ts'
import { longestSecret } from '../share/server/server-credentials.ts'
import { commandId, menuCommand } from './commands.ts'
import { copyChanged, copyFiles, copyFolder, copyFolders, copyPart, copyPlace, copyRead, copyText } from './copies.ts'
import { fileKinds, fileToken, maxFileBytes, openedFile, savedFile } from './files.ts'
import { chosenFolder, fileAsSeen, folderFile, folderFiles, folderSuggestion, folderText, folderToken, ownPath, sharedPath } from './folders.ts'
import { mostLogLines } from './log-lines.ts'
import type { CallName, EventName } from './names.ts'
import { mostRecent, recentFile } from './recent.ts'

/** What `setTheme` takes: `system` follows the computer's own setting. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What the shell around the page is. `computerName` is what a person called the computer: text like any other. */
const appInfo = v.strictObject({
  name: v.string(),
  version: v.string(),
  platform: v.string(),
  computerName: v.pipe(v.string(), v.maxLength(64)),
  /** What it runs on, each with its version: `Electron 45.4.1`. */
  runsOn: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(8)),
})
export type AppInfo = Readonly<v.InferOutput<typeof appInfo>>

const nothing = v.undefined()
const planId = v.pipe(
  v.string(),
  v.check((id) => isRecordId(id) && hasKind(id, 'plan')),
)
/** A server's credentials in the form that the page keeps them in. */
const secretText = v.pipe(v.string(), v.minLength(1), v.maxLength(longestSecret * 4))

/**
 * Every call from the renderer to the main process: one argument, one answer. The main process parses the argument,
 * the renderer parses the answer; what does not fit is refused without a word of why to the other side.
 */
export const calls = {
  /** Asks the person once whether the page may connect to a server; from then on main lets it through. */
  allowServer: { input: v.strictObject({ url: v.pipe(v.string(), v.maxLength(2048)) }), output: v.boolean() },
  appInfo: { input: nothing, output: appInfo },
  /** The second copy of plans: the calls of `CopyStore`, on the disk. */
  copyAppend: { input: copyText, output: copyChanged },
  copyFolders: { input: nothing, output: copyFolders },
  copyList: { input: v.strictObject({ folder: copyFolder }), output: copyFiles },
  copyRead: { input: copyPart, output: copyRead },
  copyRemove: { input: copyPlace, output: copyChanged },
  copyWrite: { input: copyText, output: copyChanged },
  /** A database was found damaged: what the start kept of all stays aside; false where nothing was kept. */
  keepDamaged: { input: nothing, output: v.boolean() },
  /** Keeps what lets one in at the server of a plan, sealed by the computer's own key store; null forgets it. False where it wasn't kept. */
  keepSecret: { input: v.strictObject({ plan: planId, secret: v.nullable(secretText) }), output: v.boolean() },
  newWindow: { input: nothing, output: nothing },
  /** Opens an https, http or mailto address in the person's own browser; false when it is none of these. */
  openExternal: { input: v.strictObject({ url: v.pipe(v.string(), v.maxLength(8192)) }), output: v.boolean() },
  /** Lets a person choose one file; null when they chose none. */
  openFile: {
    input: v.strictObject({ kinds: v.pipe(v.array(v.picklist(fileKinds)), v.minLength(1)) }),
    output: v.nullable(openedFile),
  },
  /**
   * Writes a file, whole or not at all; null when the person chose no place for it. With the token of a file that was
   * *saved* before it asks nothing; with that of a file that was *opened* it asks, and proposes that file's folder.
   */
  saveFile: {
    input: v.strictObject({
      kind: v.picklist(fileKinds),
      suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      text: v.pipe(v.string(), v.maxLength(maxFileBytes)),
      token: v.nullable(fileToken),
    }),
    output: v.nullable(savedFile),
  },
  /** What was kept of it; null where nothing is, or it can't be opened any more. */
  secret: { input: v.strictObject({ plan: planId }), output: v.nullable(secretText) },
  /** Whether this computer has a key store that keeps them from others. */
  secretsAreKept: { input: nothing, output: v.boolean() },
  /** Whether any edit is not yet safely written: while one is, the window does not close without a word. */
  setBusy: { input: v.strictObject({ busy: v.boolean() }), output: nothing },
  /** The whole table of commands; sent again whenever a row changes. */
  setCommands: { input: v.strictObject({ commands: v.pipe(v.array(menuCommand), v.maxLength(500)) }), output: nothing },
  setTheme: { input: v.strictObject({ theme: v.picklist(themes) }), output: nothing },
  /** Hands over the files, and the folders of shared plans, given to this window (argument, second start, `open-file`) and forgets them. */
  takeOpenRequests: { input: nothing, output: v.array(v.union([openedFile, chosenFolder])) },
  /** The files opened and saved last, the latest first. */
  recentFiles: { input: nothing, output: v.pipe(v.array(recentFile), v.maxLength(mostRecent)) },
  /** Reads one of them; null when it is not among them. */
  openRecent: { input: v.strictObject({ token: fileToken }), output: v.nullable(openedFile) },
  /** Takes one of them from the list, or all (null). The file stays. */
  forgetRecent: { input: v.strictObject({ token: v.nullable(fileToken) }), output: nothing },
  /** Shows the folder with the plans in the computer's own file manager; false when that failed. The page learns no path. */
  showDataFolder: { input: nothing, output: v.boolean() },
  /** The last lines of the log, which holds codes and counts. */
  lastLogLines: { input: nothing, output: v.pipe(v.array(v.string()), v.maxLength(mostLogLines)) },
  /**
   * Lets a person choose a place in which a folder for a plan is made, or, with null, a folder that is there; null when
   * they chose none, or none could be made, which they have been told.
   */
  chooseFolder: { input: v.strictObject({ suggestedName: v.nullable(folderSuggestion), plan: v.optional(planId) }), output: v.nullable(chosenFolder) },
  /**
   * Takes a shared folder that was dropped on the window; null for anything else. The page hands over what was dropped, and
   * the preload asks Electron for its path: the page names none and learns none.
   */
  takeDropped: { input: v.strictObject({ path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) }), output: v.nullable(chosenFolder) },
  /** Forgets a folder that was chosen. The folder itself stays. */
  forgetFolder: { input: v.strictObject({ token: folderToken }), output: nothing },
  /** Whether a token stands for a folder, and, where another is named, for the same. */
  folderKnown: { input: v.strictObject({ token: folderToken, sameAs: v.optional(folderToken) }), output: v.boolean() },
  /** The calls of `FolderFiles`, on a folder that was chosen. */
  folderList: { input: v.strictObject({ token: folderToken }), output: folderFiles },
  folderRead: { input: v.strictObject({ token: folderToken, path: sharedPath }), output: folderText },
  folderWrite: { input: v.strictObject({ token: folderToken, path: ownPath, text: v.pipe(v.string(), v.maxLength(maxFileBytes)), known: fileAsSeen }), output: folderFile },
  /** Whether `folderChanged` is sent to this window for a folder. */
  folderWatch: { input: v.strictObject({ token: folderToken, on: v.boolean() }), output: nothing },
} as const satisfies Record<CallName, { readonly input: v.GenericSchema; readonly output: v.GenericSchema }>

/** Every event from the main process to one window, with what it carries. */
export const events = {
  /**
   * The window is about to close: make edits of what stands in fields, then answer with `setBusy`. False lets the window
   * go; true keeps it a few seconds for false to come, before the person is asked.
   */
  closeRequested: nothing,
  /** A command was chosen in the native menu. */
  commandChosen: v.strictObject({ id: commandId }),
  /** There is something to take with `takeOpenRequests`. */
  openRequested: nothing,
  /** `recentFiles` has another answer now. */
  recentChanged: nothing,
  /** Something may have changed in a folder that is watched. */
  folderChanged: v.strictObject({ token: folderToken }),
} as const satisfies Record<EventName, v.GenericSchema>

export type CallInput<N extends CallName> = v.InferInput<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = v.InferOutput<(typeof calls)[N]['output']>
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>

/**
 * What the preload puts on `window.quarterdeck`: a function for each call, and under `on` a function for each event
 * that takes a listener and returns how to stop listening; `takeDropped` takes the `File` that was dropped. What comes through it is `unknown` until parsed.
 */
export type Bridge = {
  readonly [N in CallName]: (input: N extends 'takeDropped' ? unknown : CallInput<N>) => Promise<unknown>
} & {
  readonly on: { readonly [N in EventName]: (listener: (payload: unknown) => void) => () => void }
}
