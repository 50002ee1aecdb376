import { Check } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { recordIn } from '../../shared/changes/fold.ts'
import { winnerOf } from '../../shared/changes/folded-record.ts'
import { hasKind } from '../../shared/model/ids.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import type { ConflictSide, OpenConflict } from '../../shared/plan/open-conflict.ts'
import { countingSide } from '../../shared/plan/settle-conflict.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { fieldName } from '../../shared/words/fields.ts'
import { isProse } from '../../shared/words/prose.ts'
import { conflictText } from '../text/merges.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './ConflictCard.module.css'
import { ConflictSideButton } from './ConflictSideButton.tsx'
import { isLongText } from './long-text.ts'
import { recordWords, titleOf } from './record-words.ts'
import { SaidValue } from './SaidValue.tsx'

export interface ConflictCardProps {
  readonly conflict: OpenConflict
  readonly view: PlanView
  /** Null keeps what counts, where neither side does. */
  readonly onDecide: (side: ConflictSide | null) => void
  /** Whether Tab leads into it: of a list only into one. */
  readonly isTabbable?: boolean | undefined
  /** Only its place is left, as large as it was. */
  readonly isDecided?: boolean | undefined
}

/** What two people wrote in one place without knowing of each other. A press on one of the two decides; so do 1 and 2. */
export function ConflictCard({ conflict, view: now, onDecide, isTabbable = true, isDecided = false }: ConflictCardProps): ReactNode {
  const [isFolded, setFolded] = useState(true)
  /** As it was before it was decided: what is said since may take more room, or less. */
  const [before, setBefore] = useState(now)
  if (!isDecided && before !== now) setBefore(now)
  const view = isDecided ? before : now
  const label = useId()
  const { earlier, later } = conflict
  const counts = countingSide(view, conflict)
  const canUnfold = isProse(splitField(earlier.field).name) && (isLongText(earlier.value) || isLongText(later.value))
  const tabIndex = isTabbable ? 0 : -1
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const side = event.key === '1' ? 'earlier' : event.key === '2' ? 'later' : null
    const to = event.key === 'ArrowLeft' ? 'earlier' : event.key === 'ArrowRight' ? 'later' : null
    if (side === null && to === null) return
    event.preventDefault()
    if (side !== null) onDecide(side)
    else event.currentTarget.querySelector<HTMLElement>(`[data-side="${to}"]`)?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it come through here
    <div role="group" aria-labelledby={label} data-conflict={conflict.id} inert={isDecided} className={classes(styles.card, isDecided && styles.decided)} onKeyDown={onKeyDown}>
      <p id={label} className={styles.question}>
        <VisuallyHidden>{recordWords(view, conflict.on).title}, </VisuallyHidden>
        <Question conflict={conflict} view={view} />
      </p>
      <div className={styles.sides}>
        <ConflictSideButton conflict={conflict} side="earlier" counts={counts} view={view} isFolded={isFolded} tabIndex={tabIndex} onDecide={onDecide} />
        <ConflictSideButton conflict={conflict} side="later" counts={counts} view={view} isFolded={isFolded} tabIndex={tabIndex} onDecide={onDecide} />
      </div>
      {counts === null && (
        <p className={styles.neither}>
          <span>
            {conflictText.neither} <NowSaid conflict={conflict} view={view} />
          </span>
          {/* as everywhere Enter keeps what counts */}
          <Button size="small" data-main="" tabIndex={tabIndex} onClick={() => onDecide(null)}>
            {conflictText.keep}
          </Button>
        </p>
      )}
      {canUnfold && (
        <Button size="small" variant="quiet" className={styles.fold} aria-expanded={!isFolded} tabIndex={tabIndex} onClick={() => setFolded(!isFolded)}>
          {isFolded ? conflictText.showAll : conflictText.fold}
        </Button>
      )}
      {isDecided && (
        <p className={styles.done}>
          <Check aria-hidden="true" />
          {conflictText.decided}
        </p>
      )}
    </div>
  )
}

/** Which field of what it is about. */
function Question({ conflict: { on, field, earlier, later }, view }: Pick<ConflictCardProps, 'conflict' | 'view'>): ReactNode {
  const { name, member } = splitField(field)
  const { hint } = recordWords(view, on)
  const about = hasKind(on, 'note') ? `${hint}: ` : ''
  if (earlier.field !== later.field) return `${about}${conflictText.deletion}`
  if (field === 'order') return `${about}${conflictText.place}`
  return `${about}${fieldName(name).toLowerCase()}${member === undefined ? '' : ` ${titleOf(view, member)}`}`
}

function NowSaid({ conflict: { on, field }, view }: Pick<ConflictCardProps, 'conflict' | 'view'>): ReactNode {
  const { name, member } = splitField(field)
  const value = winnerOf(recordIn(view.set, on), field)?.value
  if (member !== undefined) return value === true ? conflictText.added : conflictText.removed
  return field === 'order' ? conflictText.place : <SaidValue field={name} value={value} view={view} />
}
