import type { ReactNode } from 'react'
import { splitField } from '../../shared/model/record-spec.ts'
import type { ConflictSide, OpenConflict } from '../../shared/plan/open-conflict.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { fieldName } from '../../shared/words/fields.ts'
import { isProse } from '../../shared/words/prose.ts'
import { conflictText } from '../text/merges.ts'
import { placeWords } from './place-words.ts'
import { SaidValue } from './SaidValue.tsx'
import { TextChange } from './TextChange.tsx'

export interface ConflictValueProps {
  readonly conflict: OpenConflict
  readonly side: ConflictSide
  readonly view: PlanView
  /** Long texts are cut to what is around their differences. */
  readonly isFolded: boolean
}

/** What one side of a conflict wrote. */
export function ConflictValue({ conflict, side, view, isFolded }: ConflictValueProps): ReactNode {
  const { field, value } = conflict[side]
  const { name, member } = splitField(field)
  if (field === 'deleted') return value === true ? conflictText.deleted : conflictText.restored
  if (conflict.field === 'deleted') {
    const said = member !== undefined ? `${member} ${value === true ? conflictText.added : conflictText.removed}` : <SaidValue field={name} value={value} view={view} />
    return (
      <>
        {conflictText.wentOn} {fieldName(name).toLowerCase()} {field === 'order' ? placeWords(view, conflict.on, value) : said}
      </>
    )
  }
  if (field === 'order') return placeWords(view, conflict.on, value)
  if (member !== undefined) return value === true ? conflictText.added : conflictText.removed
  const [before, after] = [conflict.earlier.value, conflict.later.value]
  if (isProse(name) && typeof before === 'string' && typeof after === 'string' && value !== '') return <TextChange before={before} after={after} only={side === 'earlier' ? 'before' : 'after'} isFolded={isFolded} />
  return <SaidValue field={name} value={value} view={view} />
}
