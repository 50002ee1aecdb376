import type { PlanId } from '../../shared/model/ids.ts'
import type { FolderFiles } from '../../shared/share/folder/folder-files.ts'

/** The folders in which plans are shared, as far as this place can reach any. */
export interface SharedFolders {
  /** False where a browser can't hand out folders. */
  readonly isAvailable: boolean
  /**
   * Lets a person choose: a place in which a folder of the suggested name is made (with a number after it where the name is
   * taken, but for one that is this plan's already), or with `share: null` a folder that is there. Null when they chose none.
   */
  readonly choose: (request: { readonly share: { readonly suggestedName: string; readonly plan: PlanId } | null }) => Promise<ChosenFolder | null>
  /** A folder that was dropped on the window; null where it can't be had. Call while it is dropped. */
  readonly takeDropped: (item: DataTransferItem) => Promise<ChosenFolder | null>
  /** Asks for a folder that was chosen before; null where it is no longer known. */
  readonly open: (token: string) => Promise<FolderFiles | null>
  /** Asks a person to allow it again, where that has to be asked; call from a press of a key or button. */
  readonly allow: (token: string) => Promise<boolean>
  /** Whether both stand for one folder, as far as that can be told. */
  readonly isSame: (token: string, other: string) => Promise<boolean>
  /** Forgets which folder it was. The folder itself stays. */
  readonly forget: (token: string) => Promise<void>
}

/** A folder that a person chose; the page never learns where it lies. */
export interface ChosenFolder {
  readonly token: string
  /** The folder's own name: hostile text like any other. */
  readonly name: string
}

/** What servers need of the place the planner runs in. */
export interface ServerAccess {
  /** Where secrets lie: in the computer's own key store, in the browser where others who use it can read them, or nowhere. */
  readonly keeps: 'keyStore' | 'browser' | 'nowhere'
  /** Lets the page connect to a server, after asking the person where that has to be asked. @param url `wss://…` */
  readonly allow: (url: string) => Promise<boolean>
  /** Keeps the secret of one plan's server; false where it could not be kept. @param secret null forgets it */
  readonly keepSecret: (plan: string, secret: string | null) => Promise<boolean>
  /** Null where none is kept, or it can't be read any more. */
  readonly secret: (plan: string) => Promise<string | null>
}
