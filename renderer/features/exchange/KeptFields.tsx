import { splitField } from '../../../shared/model/record-spec.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import type { KeptField } from '../../../shared/wiki/review/page-review.ts'
import { pageText } from '../../text/exchange.ts'
import { fieldName } from '../../../shared/words/fields.ts'
import { keptKey } from '../../../shared/wiki/review/asked-proposals.ts'
import { ChoiceCard } from './ChoiceCard.tsx'
import { Listing } from '../../parts/Listing.tsx'
import { recordWords, titleOf } from '../../parts/record-words.ts'
import { SaidValue } from '../../parts/SaidValue.tsx'

export interface KeptFieldsProps {
  readonly title: string
  readonly hint: string
  readonly fields: readonly KeptField[]
  readonly view: PlanView
  /** Fields where the page's value is taken, by `keptKey`. */
  readonly taken: ReadonlySet<string>
  readonly onTake: (key: string, isTaken: boolean) => void
}

/** Fields that say what a person wrote; what the page says may be taken instead. */
export function KeptFields({ title, hint, fields, view, taken, onTake }: KeptFieldsProps) {
  return (
    <Listing title={title} hint={hint} items={fields} keyOf={keptKey}>
      {(kept) => {
        const { name, member } = splitField(kept.field)
        const words = recordWords(view, kept.on)
        const isTaken = taken.has(keptKey(kept))
        return (
          <ChoiceCard
            title={[words.number, words.title, words.hint].filter((part) => part !== '').join(' ')}
            question={[fieldName(name), ...(member === undefined ? [] : [titleOf(view, member)])].join(' ')}
            choices={[
              { id: 'yours', words: <SaidValue field={name} value={kept.yours} view={view} />, mark: pageText.yourValue },
              { id: 'page', words: <SaidValue field={name} value={kept.page} view={view} />, mark: pageText.pageValue },
            ]}
            answer={isTaken ? 'page' : 'yours'}
            onChoose={(choice) => onTake(keptKey(kept), choice === 'page')}
            isChanged={isTaken}
          />
        )
      }}
    </Listing>
  )
}
