import type { MenuCommand } from '../../shared/bridge/commands.ts'
import type { AppInfo, Theme } from '../../shared/bridge/contract.ts'
import type { FileKind, OpenedFile, SavedFile } from '../../shared/bridge/files.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import type { Recent } from './recent.ts'
import type { ChosenFolder, ServerAccess, SharedFolders } from './share-places.ts'

export type StopListening = () => void

/** A text to be saved. `token` names the file of an earlier save, which is then written again without a question. */
export interface SaveRequest {
  readonly kind: FileKind
  readonly suggestedName: string
  readonly text: string
  readonly token?: string
}

/**
 * What the planner asks of what it runs in: Electron (`desktop`) or a browser (`browser`). Made once, by
 * `createHost`; screens get it through the app and know nothing else of either.
 */
export interface Host {
  readonly kind: 'desktop' | 'browser'

  /** Where the second copy of every plan is kept. */
  readonly copies: CopyStore

  /**
   * A database was found damaged: keeps what the start found of all databases aside, for who wants to look at it. False
   * where nothing could be kept, as always in a browser. Asked again it says the same.
   */
  keepDamaged(): Promise<boolean>

  /** The files opened and saved last. */
  readonly recent: Recent

  /** The folders in which plans are shared. */
  readonly folders: SharedFolders

  /** Servers through which plans are shared, and what lets one in there. */
  readonly servers: ServerAccess

  /** Lets a person choose one file and reads it; null when they chose none. */
  openFile(request: { readonly kinds: readonly FileKind[] }): Promise<OpenedFile | null>

  /** Writes a file where the person wants it; null when they chose no place. A browser may only be able to download. */
  saveFile(request: SaveRequest): Promise<SavedFile | null>

  /** Files, and folders of shared plans, handed to the app from outside, those that came before anybody listened included. Never fires in a browser. */
  onOpenRequest(listener: (handed: OpenedFile | ChosenFolder) => void): StopListening

  /** Feeds the native menu, where there is one; call again whenever a row changes. */
  setCommands(commands: readonly MenuCommand[]): void

  /** A command was chosen in the native menu. */
  onCommand(listener: (id: string) => void): StopListening

  /** Opens an https, http or mailto address outside the planner; false when it is none of these or was blocked. */
  openExternal(url: string): Promise<boolean>

  /** Name and release of the planner, and what this computer (or browser) is called. */
  info(): Promise<AppInfo>

  /** Shows where the plans lie; false where nothing can show it, as in a browser. */
  showDataFolder(): Promise<boolean>

  /** The last lines of the log around the page: codes and counts. */
  lastLogLines(): Promise<readonly string[]>

  /** Opens a second window on the same plans. */
  newWindow(): Promise<void>

  /** Tells the frame around the page which theme was chosen, for now and for the background of the next start. */
  setTheme(theme: Theme): void

  /** Says whether something is not yet safely written: a window that is busy does not close without a word. */
  setBusy(busy: boolean): void

  /**
   * The window is about to close: make edits of what stands in fields (`document.activeElement.blur()`), then answer with
   * `setBusy`. False lets it go; true keeps it until false comes, or, after some seconds, a person decides.
   */
  onCloseRequest(listener: () => void): StopListening
}
