import type { OthersGroup } from '../../../shared/plan/others-groups.ts'

export interface OthersRow {
  readonly group: OthersGroup
  /** Somebody has looked at it a moment ago; it goes when they leave the list. */
  readonly isSeen: boolean
}
