import type { MergeSummary } from '../../../shared/plan/merge-summary.ts'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { ChangedRecords } from './ChangedRecords.tsx'
import { ClashCard } from './ClashCard.tsx'
import { Listing } from '../../parts/Listing.tsx'
import { NewRecords } from './NewRecords.tsx'
import styles from './MergeDialog.module.css'

/** Everything that comes in, what needs most thought first. */
export function MergeLists({ summary, by }: { readonly summary: MergeSummary; readonly by: string }) {
  const { view, clashes, changed, newGoals, newNotes, newOthers, deleted, restored, moved } = summary
  return (
    <>
      <Listing title={mergeText.clashes} hint={mergeText.clashesHint} items={clashes} keyOf={({ on, field }) => `${on} ${field}`} first={100}>
        {(clash) => <ClashCard clash={clash} view={view} />}
      </Listing>
      <NewRecords title={mergeText.deleted} ids={deleted} view={view} />
      <NewRecords title={mergeText.restored} ids={restored} view={view} />
      <ChangedRecords title={mergeText.changed(by)} records={changed} view={view} />
      <NewRecords title={exchangeText.newGoals} ids={newGoals} view={view} />
      <NewRecords title={exchangeText.newNotes} ids={newNotes} view={view} />
      <NewRecords title={exchangeText.newOthers} ids={newOthers} view={view} />
      {moved > 0 && <p className={styles.quiet}>{mergeText.moved(moved)}</p>}
    </>
  )
}
