import type { FieldChange } from '../../../shared/changes/merge.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import styles from '../../parts/ChangeList.module.css'
import { FieldChangeRow } from '../../parts/FieldChangeRow.tsx'
import { Listing } from '../../parts/Listing.tsx'
import { RecordRow } from '../../parts/RecordRow.tsx'

/** Fields of one record that read differently. */
export interface ChangedRecord {
  readonly on: RecordId
  readonly fields: readonly FieldChange[]
}

export interface ChangedRecordsProps {
  readonly title: string
  readonly records: readonly ChangedRecord[]
  readonly view: PlanView
}

/** Records with the fields that change, each before and after. */
export function ChangedRecords({ title, records, view }: ChangedRecordsProps) {
  return (
    <Listing title={title} items={records} keyOf={({ on }) => on}>
      {({ on, fields }) => (
        <RecordRow id={on} view={view} wide>
          <ul className={styles.fields}>
            {fields.map((change) => (
              <FieldChangeRow key={change.field} {...change} view={view} />
            ))}
          </ul>
        </RecordRow>
      )}
    </Listing>
  )
}
