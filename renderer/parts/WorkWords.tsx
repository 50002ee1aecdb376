import type { ReactNode } from 'react'
import { firstWords } from '../../shared/board/first-words.ts'
import { recordIn } from '../../shared/changes/fold.ts'
import { firstStamp, winnerOf, type Cell } from '../../shared/changes/folded-record.ts'
import { hasKind, type RecordId } from '../../shared/model/ids.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { fieldName } from '../../shared/words/fields.ts'
import { conflictText } from '../text/merges.ts'
import { placeWords } from './place-words.ts'
import { recordWords } from './record-words.ts'
import { SaidValue } from './SaidValue.tsx'

/** How much of the work one looks at is told; the rest is counted. */
export const workTold = 4

export interface WorkWordsProps {
  /** What was deleted on the other side. */
  readonly on: RecordId
  /** The record that was worked on, where it isn't the deleted one. */
  readonly below: RecordId | undefined
  readonly cell: Cell
  readonly view: PlanView
}

/** What somebody did with something, or below it, that another has deleted meanwhile. */
export function WorkWords({ on, below, cell: { at, field, value }, view }: WorkWordsProps): ReactNode {
  if (below !== undefined) {
    const record = recordIn(view.set, below)
    const text = winnerOf(record, 'text')?.value
    const isOnIt = winnerOf(record, 'about')?.value === on
    if (hasKind(below, 'note')) return `${isOnIt ? conflictText.noteOnIt : conflictText.noteBelow(recordWords(view, below).title)} ${typeof text === 'string' ? firstWords(text) : ''}`
    const isAdded = record !== undefined && firstStamp(record) === at
    return `${isAdded ? conflictText.addedBelow : conflictText.wentOnBelow} ${recordWords(view, below).title}`
  }
  const { name, member } = splitField(field)
  const said = member !== undefined ? `${member} ${value === true ? conflictText.added : conflictText.removed}` : <SaidValue field={name} value={value} view={view} />
  return (
    <>
      {conflictText.wentOn} {fieldName(name).toLowerCase()} {field === 'order' ? placeWords(view, on, value) : said}
    </>
  )
}
