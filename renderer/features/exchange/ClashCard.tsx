import type { Conflict } from '../../../shared/changes/conflict.ts'
import { recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf, type Cell } from '../../../shared/changes/folded-record.ts'
import { splitField } from '../../../shared/model/record-spec.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { fieldName } from '../../text/status.ts'
import { classes } from '../../ui/classes.ts'
import styles from './ClashCard.module.css'
import { recordWords, titleOf } from '../../parts/record-words.ts'
import { SaidValue } from '../../parts/SaidValue.tsx'
import { whoWrote } from './who-wrote.ts'

/** What both sides wrote in one field, and which of it counts. */
export function ClashCard({ clash: { on, field, mine, theirs }, view }: { readonly clash: Conflict; readonly view: PlanView }) {
  const { number, title, hint } = recordWords(view, on)
  const { name, member } = splitField(field)
  const counting = winnerOf(recordIn(view.set, on), field)?.at
  return (
    <article className={styles.card} aria-label={`${title}, ${fieldName(name)}`}>
      <p className={styles.head}>
        <span className={styles.number}>{number}</span>
        <b className={styles.title}>{title}</b>
        <span className={styles.field}>
          {hint} {fieldName(name).toLowerCase()} {member !== undefined && titleOf(view, member)}
        </span>
      </p>
      <div className={styles.sides}>
        <Side where={exchangeText.here} cell={mine} field={field} view={view} isCounting={counts({ cell: mine, field, counting })} isLater={mine.at > theirs.at} />
        <Side where={mergeText.inFile} cell={theirs} field={field} view={view} isCounting={counts({ cell: theirs, field, counting })} isLater={theirs.at > mine.at} />
      </div>
    </article>
  )
}

/** Where one side deleted what the other worked on, the other side's edit is of another field and counts if the record stays. */
function counts({ cell, field, counting }: { readonly cell: Cell; readonly field: string; readonly counting: string | undefined }): boolean {
  return cell.field === field ? cell.at === counting : counting === undefined
}

interface SideProps {
  readonly where: string
  readonly cell: Cell
  readonly field: string
  readonly view: PlanView
  readonly isCounting: boolean
  readonly isLater: boolean
}

function Side({ where, cell, field, view, isCounting, isLater }: SideProps) {
  const isDeletion = cell.field === 'deleted' && cell.value === true
  return (
    <div className={classes(styles.side, isCounting && styles.counting)}>
      <p className={styles.value}>
        {isDeletion && mergeText.deletedHere}
        {cell.field !== field && `${mergeText.wentOn} ${fieldName(splitField(cell.field).name).toLowerCase()} `}
        {!isDeletion && <SaidValue field={cell.field} value={cell.value} view={view} />}
      </p>
      <p className={styles.who}>
        {where}: {whoWrote(view, cell.at)}
        {isLater && `, ${mergeText.later}`}
        {isCounting && <span className={styles.mark}>{mergeText.counts}</span>}
      </p>
    </div>
  )
}
