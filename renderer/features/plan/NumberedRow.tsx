import type { ReactNode } from 'react'
import type { OutcomeId, OutputId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { fieldLabel } from '../../../shared/words/fields.ts'
import { classes } from '../../ui/classes.ts'
import styles from './rows.module.css'
import { RowFrame } from './RowFrame.tsx'
import { RowProgress } from './RowProgress.tsx'
import { RowText } from './RowText.tsx'
import { useTree } from './tree-store.ts'
import type { RowProps } from './row-props.ts'

/** An outcome or an output: its number and its title. */
export function NumberedRow({ id, kind, ...props }: RowProps & { readonly kind: 'outcome' | 'output'; readonly id: OutcomeId | OutputId }): ReactNode {
  const record = usePlan((state) => recordOf<'outcome' | 'output'>(state.view, id))
  const isEditing = useTree((state) => state.editing?.key === id)
  if (record === null) return null
  const name = [fieldLabel[kind], record.number === '' ? record.title : record.number].join(' ')
  return (
    <RowFrame {...props} name={record.number === '' ? name : `${name} ${record.title}`} className={styles[kind]} isEditing={isEditing} state={<RowProgress of={props.row.node} />}>
      <RowText id={id} field="number" label={planText.number} value={record.number} limit={titleLimit} className={styles.number} />
      <RowText id={id} field="title" label={planText.name} value={record.title} limit={titleLimit} placeholder={planText.untitledRecord} required className={classes(styles.title, styles[`${kind}Title`])} />
    </RowFrame>
  )
}
