import type { ReactNode } from 'react'
import type { ProgramId } from '../../../shared/model/ids.ts'
import { textLimit, titleLimit } from '../../../shared/model/record-spec.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { usePlan } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import styles from './rows.module.css'
import { RowFrame } from './RowFrame.tsx'
import { RowProgress } from './RowProgress.tsx'
import { RowText } from './RowText.tsx'
import { useTree } from './tree-store.ts'
import type { RowProps } from './row-props.ts'

/** A program: code and title, who answers for it, and what it is about. */
export function ProgramRow({ id, ...props }: RowProps & { readonly id: ProgramId }): ReactNode {
  const program = usePlan((state) => recordOf(state.view, id))
  const isEditing = useTree((state) => state.editing?.key === id)
  if (program === null) return null
  const name = [program.code, program.title].filter((part) => part !== '').join(' ') || planText.untitledRecord
  return (
    <RowFrame {...props} name={`${planText.program} ${name}`} className={styles.program} isEditing={isEditing} state={<RowProgress of={props.row.node} />}>
      <div className={styles.words}>
        <p className={styles.heading}>
          <RowText id={id} field="code" label={planText.code} value={program.code} limit={titleLimit} className={styles.code} />
          <RowText id={id} field="title" label={planText.name} value={program.title} limit={titleLimit} placeholder={planText.untitledRecord} required className={styles.title} />
        </p>
        <RowText id={id} field="owner" label={planText.owner} value={program.owner} limit={titleLimit} shown={planText.ownerLine(program.owner)} className={styles.owner} />
        <RowText id={id} field="summary" label={planText.summary} value={program.summary} limit={textLimit} multiline className={styles.summary} />
        <RowText id={id} field="links" label={planText.links} value={program.links} limit={textLimit} multiline className={styles.links}>
          <Markdown text={program.links} />
        </RowText>
      </div>
    </RowFrame>
  )
}
