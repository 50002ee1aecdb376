import { useRef } from 'react'
import { yearLabel } from '../../../shared/model/year.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { pageLayoutLabel } from '../../../shared/wiki/page/page-layout.ts'
import { exchangeText, pageText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { AcceptedPage } from './accepted-page.ts'
import { openProposals } from '../../../shared/wiki/review/asked-proposals.ts'
import { CountCards } from '../../parts/CountCards.tsx'
import { cardsAgain, cardsFirst, countBrought, describePage } from './page-words.ts'
import { PageLists } from './PageLists.tsx'
import { QuarterPreview } from './QuarterPreview.tsx'
import type { ReadPage } from '../../../shared/wiki/read-page.ts'
import type { SaidTemplate, SaidTemplates } from './said-templates.ts'
import { usePageReview } from './use-page-review.ts'

export interface PageReviewDialogProps {
  readonly page: ReadPage
  /** Null for a page whose plan is new on this computer. */
  readonly mine: ChangeSet | null
  /** What the person has said that templates mean. */
  readonly said: SaidTemplates
  readonly onSay: (said: SaidTemplate) => void
  readonly fileName: string | null
  readonly onCancel: () => void
  readonly onAccept: (accepted: AcceptedPage) => void
}

/** What was found on a page, what it would do, and what it leaves open. */
export function PageReviewDialog({ page, mine, said, onSay, fileName, onCancel, onAccept }: PageReviewDialogProps) {
  const state = usePageReview({ page, mine, said })
  const { review, counts, proposals, choices, person } = state
  const { planId, plan } = page
  const [first, main] = [useRef<HTMLInputElement>(null), useRef<HTMLButtonElement>(null)]
  const isNew = mine === null
  const changes = countBrought({ review, person })
  const open = openProposals(proposals, choices.chosen)
  const isIdle = !isNew && changes === 0
  const accept = (): void => {
    if (isIdle) onCancel()
    else onAccept({ planId, theirs: review.theirs, person: [...review.edits, ...person], title: plan.title })
  }
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(isOpen) => !isOpen && onCancel()}
      title={pageText.title(plan.title, yearLabel(plan.startsOn))}
      description={`${describePage({ fileName, isNew, review })} ${pageText.layout(pageLayoutLabel[page.layout])}`}
      top={
        <>
          <CountCards cards={isNew ? cardsFirst({ page, proposals: open.length }) : cardsAgain(review)} />
          <QuarterPreview counts={counts} />
        </>
      }
      onSubmit={accept}
      initialFocus={proposals.length > 0 ? first : main}
      footerHint={isIdle ? pageText.hintNothing : pageText.hint(open.length > 0)}
      footer={
        <>
          {!isIdle && <Button onClick={onCancel}>{exchangeText.cancel}</Button>}
          <Button ref={main} type="submit" variant="primary">
            {pageText.accept(isNew, changes)}
          </Button>
        </>
      }
    >
      <PageLists page={page} state={state} said={said} onSay={onSay} firstRef={first} />
    </Dialog>
  )
}
