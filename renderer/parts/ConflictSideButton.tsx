import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConflictSide, OpenConflict } from '../../shared/plan/open-conflict.ts'
import { conflictText } from '../text/merges.ts'
import { classes } from '../ui/classes.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './ConflictCard.module.css'
import { ConflictValue, type ConflictValueProps } from './ConflictValue.tsx'
import { whoWrote } from './who-wrote.ts'

export interface ConflictSideButtonProps extends ConflictValueProps {
  /** The side that counts; null where neither does any more. */
  readonly counts: ConflictSide | null
  readonly tabIndex: 0 | -1
  readonly onDecide: (side: ConflictSide) => void
}

/** One of the two values, with who wrote it and when, and what pressing it does. */
export function ConflictSideButton({ counts, tabIndex, onDecide, ...value }: ConflictSideButtonProps): ReactNode {
  const { conflict, side, view } = value
  const isCounting = counts === side
  return (
    <button type="button" data-side={side} data-main={isCounting ? '' : undefined} tabIndex={isCounting ? tabIndex : -1} aria-keyshortcuts={side === 'earlier' ? '1' : '2'} className={classes(styles.side, isCounting && styles.counting)} onClick={() => onDecide(side)}>
      <span className={styles.value}>
        <ConflictValue {...value} />
      </span>{' '}
      <span className={styles.who}>{whoWrote(view, conflict[side].at)}</span>
      <span className={styles.marks}>
        {side === 'later' && (
          <b>
            <Comma />
            {conflictText.later}
          </b>
        )}
        {isCounting && (
          <b className={styles.counts}>
            <Comma />
            <Check aria-hidden="true" />
            {conflictText.counts}
          </b>
        )}
      </span>{' '}
      <span className={styles.deed}>
        {deedOf(conflict, side, isCounting)} <Kbd keys={side === 'earlier' ? '1' : '2'} plain />
      </span>
    </button>
  )
}

/** Heard and not seen: on a line of its own it would dangle. */
function Comma(): ReactNode {
  return <VisuallyHidden>, </VisuallyHidden>
}

function deedOf(conflict: OpenConflict, side: ConflictSide, isCounting: boolean): string {
  if (conflict.field !== 'deleted') return isCounting ? conflictText.keep : conflictText.choose
  const isDeletion = conflict[side].field === 'deleted' && conflict[side].value === true
  if (isDeletion) return isCounting ? conflictText.leaveDeleted : conflictText.delete
  return isCounting ? conflictText.keep : conflictText.bringBack
}
