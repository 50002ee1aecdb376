import type { RecordId } from '../../../shared/model/ids.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { pageText } from '../../text/exchange.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Listing } from '../../parts/Listing.tsx'
import { recordWords } from '../../parts/record-words.ts'

export interface DeletedHereProps {
  readonly ids: readonly RecordId[]
  readonly view: PlanView
  readonly restored: ReadonlySet<RecordId>
  readonly onRestore: (ids: readonly RecordId[], isRestored: boolean) => void
}

/** Records of the page that a person deleted; they can be brought back. */
export function DeletedHere({ ids, view, restored, onRestore }: DeletedHereProps) {
  const count = ids.filter((id) => restored.has(id)).length
  const all = <Checkbox label={pageText.bringBackAll(ids.length)} checked={count === ids.length} mixed={count > 0 && count < ids.length} onChange={(isRestored) => onRestore(ids, isRestored)} />
  return (
    <Listing title={pageText.deletedHere} hint={pageText.deletedHereHint} items={ids} keyOf={(id) => id} action={ids.length > 1 && all}>
      {(id) => {
        const { number, title, hint } = recordWords(view, id)
        const name = [number, title, hint].filter((part) => part !== '').join(' ')
        return <Checkbox label={pageText.bringBack(name)} checked={restored.has(id)} onChange={(isRestored) => onRestore([id], isRestored)} />
      }}
    </Listing>
  )
}
