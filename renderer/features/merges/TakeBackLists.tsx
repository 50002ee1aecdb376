import type { ReactNode } from 'react'
import type { FieldChange } from '../../../shared/changes/merge.ts'
import type { TakeBackPreview } from '../../../shared/plan/take-back-preview.ts'
import listStyles from '../../parts/ChangeList.module.css'
import { FieldChangeRow } from '../../parts/FieldChangeRow.tsx'
import { Listing } from '../../parts/Listing.tsx'
import { RecordRow } from '../../parts/RecordRow.tsx'
import { usePlan } from '../../state/session.tsx'
import { takeBackText } from '../../text/merges.ts'
import styles from './TakeBackDialog.module.css'

/** Which fields of what would read differently, what would go and what would stay. */
export function TakeBackLists({ preview: { fields, stayDeleted, gone, staying } }: { readonly preview: TakeBackPreview }): ReactNode {
  const view = usePlan((state) => state.view)
  const records = [...Map.groupBy(fields, ({ on }) => on)]
  if (records.length + gone.length + staying.length === 0) return <p>{takeBackText.nothing}</p>
  return (
    <>
      <Listing title={takeBackText.fields} items={records} keyOf={([on]) => on}>
        {([on, own]) => (
          <RecordRow id={on} view={view} wide>
            <ul className={listStyles.fields}>
              {stayDeleted.includes(on) && <li>{takeBackText.staysDeleted}</li>}
              {own.filter(({ field }) => field !== 'order' || own.length === 1).map((change) => (
                <ChangeRow key={change.field} change={change} />
              ))}
            </ul>
          </RecordRow>
        )}
      </Listing>
      <Listing title={takeBackText.goes} items={gone} keyOf={(on) => on}>
        {(on) => <RecordRow id={on} view={view} />}
      </Listing>
      <Listing title={takeBackText.staying} items={staying} keyOf={(on) => on}>
        {(on) => <RecordRow id={on} view={view} />}
      </Listing>
    </>
  )
}

function ChangeRow({ change }: { readonly change: FieldChange }): ReactNode {
  const view = usePlan((state) => state.view)
  if (change.field === 'order') return <li className={styles.quiet}>{takeBackText.place}</li>
  if (change.field === 'deleted') return <li>{change.after === true ? takeBackText.isDeleted : takeBackText.comesBack}</li>
  return <FieldChangeRow {...change} view={view} />
}
