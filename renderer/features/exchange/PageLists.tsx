import type { Ref } from 'react'
import { hasKind } from '../../../shared/model/ids.ts'
import { exchangeText, pageText } from '../../text/exchange.ts'
import { ChangedRecords } from './ChangedRecords.tsx'
import { DeletedHere } from './DeletedHere.tsx'
import { KeptFields } from './KeptFields.tsx'
import { NewRecords } from './NewRecords.tsx'
import { NotUnderstood } from './NotUnderstood.tsx'
import { Proposals } from './Proposals.tsx'
import type { ReadPage } from '../../../shared/wiki/read-page.ts'
import type { SaidTemplate, SaidTemplates } from './said-templates.ts'
import { UnknownTemplates } from './UnknownTemplates.tsx'
import type { PageReviewState } from './use-page-review.ts'
import { walkCards } from './walk-cards.ts'

export interface PageListsProps {
  readonly page: ReadPage
  readonly state: PageReviewState
  readonly said: SaidTemplates
  readonly onSay: (said: SaidTemplate) => void
  readonly firstRef: Ref<HTMLInputElement>
}

/** Everything a page brings and leaves open, what needs most thought first. */
export function PageLists({ page, state, said, onSay, firstRef }: PageListsProps) {
  const { review, view, newRecords, changed, proposals, choices, choose, take, restore } = state
  const isFirst = review.same === 0 && review.changed.length === 0 && review.deletedHere.length === 0
  const [news, before] = [review.kept.filter(({ isNews }) => isNews), review.kept.filter(({ isNews }) => !isNews)]
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed on the radios inside come through here
    <div onKeyDown={walkCards}>
      <KeptFields title={pageText.kept} hint={pageText.keptHint} fields={news} view={view} taken={choices.taken} onTake={take} />
      <UnknownTemplates templates={page.templates} said={said} onSay={onSay} />
      <NotUnderstood lines={page.plan.notUnderstood} />
      <Proposals proposals={proposals} settled={page.plan.proposals.length - proposals.length} chosen={choices.chosen} onChoose={choose} firstRef={firstRef} />
      <ChangedRecords title={pageText.changed} records={changed} view={view} />
      {!isFirst && (
        <>
          <NewRecords title={exchangeText.newGoals} ids={newRecords.filter((id) => hasKind(id, 'goal'))} view={view} />
          <NewRecords title={exchangeText.newNotes} ids={newRecords.filter((id) => hasKind(id, 'note'))} view={view} />
          <NewRecords title={exchangeText.newOthers} ids={newRecords.filter((id) => !hasKind(id, 'goal') && !hasKind(id, 'note'))} view={view} />
        </>
      )}
      <NewRecords title={pageText.gone} hint={pageText.goneHint} ids={review.gone} view={view} />
      <DeletedHere ids={review.deletedHere} view={view} restored={choices.restored} onRestore={restore} />
      <KeptFields title={pageText.keptBefore} hint={pageText.keptBeforeHint} fields={before} view={view} taken={choices.taken} onTake={take} />
    </div>
  )
}
