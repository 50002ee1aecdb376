import type { Change } from './change.ts'
import type { ChangeSet } from './fold.ts'
import type { Stamp } from './stamp.ts'
import type { TakeIn } from './take-in.ts'
import type { UndoStep } from './undo.ts'

/** A merge that was taken out of the plan, as it must be known to do it again. */
export interface TakenOut {
  /** What it had brought, and what went with it. */
  readonly again: readonly Change[]
  /** What was written when it was taken out: copies of what stayed, and what set fields back. */
  readonly written: readonly Change[]
  /** How that which set fields back is undone. */
  readonly settingBack: UndoStep
  /** What was known here then, the merge included: who had written it had seen the file. */
  readonly known: readonly Stamp[]
  /** The plan without it, to tell what was typed since. */
  readonly left: ChangeSet
}

export interface MergeAgain extends Pick<TakeIn, 'set' | 'stamp'> {
  readonly out: TakenOut
  /** What the file knew. */
  readonly knows: readonly Stamp[]
  /** This computer. */
  readonly replica: string
  /** Whether a file has left this computer, or another one was merged, since the merge was taken out. */
  readonly hasExchanged: boolean
}
