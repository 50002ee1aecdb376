import type { Edit } from '../../shared/changes/change.ts'
import type { Conflict } from '../../shared/changes/conflict.ts'
import type { ChangeSet, Folded } from '../../shared/changes/fold.ts'
import type { ActionName } from '../../shared/changes/undo.ts'
import type { WindowClock } from '../../shared/changes/writer.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { DatedExchange } from '../../shared/plan/exchange.ts'
import type { FoldPreview } from '../../shared/share/old-history/fold-preview.ts'
import type { ShareMember } from '../../shared/share/share-state.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import type { TakeBackPreview } from '../../shared/plan/take-back-preview.ts'
import type { Commit, Computer, PlanStorage, Received } from '../data/storage.ts'
import type { TakenBack, UndoEntry } from './undo-entry.ts'
import type { Saving } from './write-queue.ts'

/** Whom folding history away depends on. */
export interface FoldAsked {
  readonly members: readonly ShareMember[]
  /** Computers of which the person said that they are gone for good. */
  readonly gone: ReadonlySet<string>
  /** By this computer's calendar. */
  readonly today: string
}

export interface PlanState {
  readonly planId: PlanId
  readonly view: PlanView
  /** What the last change touched, for whoever keeps something worked out from the view. */
  readonly last: { readonly before: PlanView; readonly touched: Folded['touched'] }
  /** What this window did last, to be said aloud; a new object each time. */
  readonly lastAction: { readonly name: ActionName; readonly how: 'done' | 'undone' | 'redone'; readonly takenBack?: TakenBack | undefined } | null
  readonly saving: Saving
  /** Another window has removed the plan from this computer: nothing can be saved here until it is brought back. */
  readonly isRemoved: boolean
  /** What a share brought last, to this window or another one; a new object each time, null before the first. */
  readonly lastReceived: Received | null
  readonly undoable: readonly UndoEntry[]
  readonly redoable: readonly UndoEntry[]
  /** What was exchanged with others, in order of the log. */
  readonly exchanges: readonly DatedExchange[]
  readonly computer: Computer
  /**
   * Does what a person asked: at once in memory and on the screen, then to disk.
   * @param begun what the fields said when the person began to type; what others have written there since waits as a conflict
   */
  readonly act: (name: ActionName, edits: readonly Edit[], begun?: readonly Edit[]) => void
  /** Takes in another set of changes, and edits on top of it, as one action. */
  readonly takeIn: (taking: Taking) => void
  /**
   * Takes in what a share brought. Nobody here did it: it is no step of undo, and nothing is said of it. What was edited on
   * both sides waits in the list of conflicts.
   */
  readonly receive: (theirs: ChangeSet) => void
  /** The plan goes into a share, and counts as out from now on. @param id tells this share from others; said again it changes nothing @param isJoined whether others shared it there already */
  readonly markShared: (share: { readonly id: string; readonly place: string; readonly isJoined?: boolean }) => void
  /** Every share of the plan was left. */
  readonly markUnshared: () => void
  /** What taking back a merge would do as things stand; null where there is nothing to take back, or it can't be read. */
  readonly previewTakeBack: (id: string) => Promise<TakeBackPreview | null>
  /** Takes back a merge, however long ago it was, as an action that can be undone; null where there is nothing to take back, or it can't be read. */
  readonly takeBackMerge: (id: string) => Promise<TakenBack | null>
  /** What folding old history away would do as things stand; null where the log can't be read. */
  readonly previewFold: (asked: FoldAsked) => Promise<FoldPreview | null>
  /** Folds old history away, as one action that can be undone; how much went, and null where the log can't be read. */
  readonly foldHistory: (asked: FoldAsked) => Promise<number | null>
  /** Files that are being saved. */
  readonly leaving: number
  /** Takes what a file shall hold; from then on it counts as out, until it is said that it was not saved. @param file the name that is suggested */
  readonly beginExport: (file: string) => Leaving
  /** Takes back the last action of this window that still has an effect; its name, or null when there is none. */
  readonly undo: () => ActionName | null
  readonly redo: () => ActionName | null
  readonly retrySaving: () => void
  /** What isn't on disk yet. */
  readonly unsaved: () => readonly Commit[]
  readonly setComputer: (computer: Computer) => void
}

/** What is about to leave this computer in a file. */
export interface Leaving {
  readonly set: ChangeSet
  /** @param file the name by which it was saved */
  readonly saved: (file: string) => void
  readonly givenUp: () => void
  /** Nobody can tell whether it was saved: it counts as out. */
  readonly lost: () => void
}

/** A file, a page or a sample that comes in. */
export interface Taking {
  readonly name: ActionName
  readonly theirs: ChangeSet
  readonly edits: readonly Edit[]
  /** For a colleague's file: whose it is, the conflicts that were decided on the way (the others wait), and how many changes the review counted. */
  readonly file?: { readonly name: string; readonly by: string; readonly reviewed: readonly Conflict[]; readonly changes: number } | undefined
  /** It is a backup made here: what it knows under this computer’s name, this computer has written. */
  readonly isOwn?: boolean
}

export interface PlanStoreParts {
  readonly planId: PlanId
  readonly storage: Pick<PlanStorage, 'append' | 'subscribe' | 'broughtBy'>
  /** The plan as it was read. */
  readonly view: PlanView
  readonly exchanges: readonly DatedExchange[]
  readonly clock: WindowClock
  /** The writer slot of this window. */
  readonly slot: number
  readonly computer: Computer
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A text that was never drawn before. */
  readonly makeKey: () => string
  /** A file or a share brought what this computer is said to have written and never did: it has to go on under another name. */
  readonly onCopied: () => void
  /** Called before a merge is taken back, which waits for what is done about it. */
  readonly beforeTakingBack?: () => Promise<void>
}
