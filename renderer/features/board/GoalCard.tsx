import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { firstCard } from '../../../shared/board/card-position.ts'
import type { Card } from '../../../shared/board/card.ts'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { CardFace } from '../../parts/CardFace.tsx'
import { useProgramShown } from '../../parts/use-program-shown.ts'
import { OthersMark } from '../../parts/OthersMark.tsx'
import { useConflictCount } from '../../parts/use-conflict-count.ts'
import { useOthersWords } from '../../parts/use-others.ts'
import { useBoard, usePlan, useSession, useUi } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { EditField } from '../../ui/EditField.tsx'
import { useWantedFocus } from '../../ui/use-wanted-focus.ts'
import styles from './GoalCard.module.css'
import { useCard, useCardMarks } from '../../parts/use-card.ts'
import { useCardDrag } from './use-card-drag.ts'

/** One goal on the board. */
export function GoalCard({ id }: { readonly id: GoalId }): ReactNode {
  const card = useCard(id)
  return card === null ? null : <CardBody id={id} card={card} />
}

function CardBody({ id, card }: { readonly id: GoalId; readonly card: Card }): ReactNode {
  const session = useSession()
  const isTabStop = useBoard((state) => (state.focused ?? firstCard(state.board)) === id)
  const wantsFocus = useBoard((state) => state.wantsFocus === id)
  const isSelected = useBoard((state) => state.selected.has(id))
  const showsQuarter = useBoard((state) => state.query.scope === 'year')
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const showsProgram = useProgramShown()
  const conflicts = useConflictCount(id)
  const marks = useCardMarks(id)
  const others = useOthersWords(id)
  const isRenaming = useUi((state) => state.renaming === id)
  const row = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLDivElement>(null)
  const { isDragged, edge } = useCardDrag({ card: element, row, id, status: card.goal.status, isOff: isRenaming })

  useWantedFocus({ element, isWanted: wantsFocus && !isRenaming, onTaken: () => session.board.getState().focusTaken(id) })

  const open = (): void => session.ui.getState().openGoal(id)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || event.target !== element.current) return
    event.preventDefault() // space would scroll the column
    session.board.getState().toggleSelected(id)
  }
  const { goal } = card
  return (
    <div ref={row} className={styles.row} data-edge={edge ?? undefined}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Enter and the other keys come from the command registry */}
      <div
        ref={element}
        role="group"
        aria-roledescription={boardText.cardRole}
        aria-label={boardText.card({ number: [...(showsProgram ? [card.programCode] : []), card.outputNumber].join(' ').trim(), title: goal.title, status: statusLabel[goal.status], conflicts, others })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the focus walks the board card by card
        tabIndex={isTabStop ? 0 : -1}
        data-goal={id}
        className={classes(styles.card, goal.stretch && styles.stretch, isSelected && styles.selected, isDragged && styles.dragged)}
        onFocus={() => session.board.getState().focusTaken(id)}
        onKeyDown={onKeyDown}
        onClick={isRenaming ? undefined : open}
      >
        <OthersMark words={others} className={styles.others} />
        <CardFace card={card} startsOn={startsOn} showsQuarter={showsQuarter} conflicts={conflicts} marks={marks} showsProgram={showsProgram} title={isRenaming ? <Rename id={id} title={goal.title} /> : undefined} />
      </div>
    </div>
  )
}

function Rename({ id, title }: { readonly id: GoalId; readonly title: string }): ReactNode {
  const { plan, ui, board } = useSession()
  return (
    <EditField
      label={boardText.rename}
      value={title}
      required
      maxLength={titleLimit}
      onCommit={(next, started) => plan.getState().act({ action: 'goalRenamed', subject: title }, editFields({ view: plan.getState().view, on: id, set: { title: next } }), [{ on: id, set: { title: started } }])}
      onClose={() => {
        ui.getState().rename(null)
        board.getState().sendFocus(id)
      }}
    />
  )
}
