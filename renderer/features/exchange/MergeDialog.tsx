import { useMemo, useState } from 'react'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { stampsAhead } from '../../../shared/changes/merge.ts'
import type { PlanFile } from '../../../shared/file/read-plan-file.ts'
import { summarizeMerge, type MergeSummary } from '../../../shared/plan/merge-summary.ts'
import { formatMoment } from '../../text/dates.ts'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ClockWarning } from './ClockWarning.tsx'
import { CountCards, type CountCard } from '../../parts/CountCards.tsx'
import styles from './MergeDialog.module.css'
import { MergeLists } from './MergeLists.tsx'

export interface MergeDialogProps {
  readonly file: PlanFile
  readonly fileName: string
  /** The plan as it is here; empty where it is new on this computer. */
  readonly mine: ChangeSet
  /** Milliseconds since 1970, by this computer's clock. */
  readonly now: number
  readonly onCancel: () => void
  readonly onMerge: () => void
}

/** Shows what a file would bring before it is merged. */
export function MergeDialog({ file, fileName, mine, now, onCancel, onMerge }: MergeDialogProps) {
  const summary = useMemo(() => summarizeMerge({ mine, theirs: file.set }), [mine, file])
  const ahead = useMemo(() => stampsAhead({ set: file.set, known: mine.knows, now }), [mine, file, now])
  const [isAccepted, setAccepted] = useState(false)
  const isNew = mine.records.size === 0
  const isHeld = ahead.length > 0 && !isAccepted
  const plan = summary.view.plan?.title ?? ''
  const by = file.by.name
  const merge = (): void => {
    if (summary.nothing) onCancel()
    else if (!isHeld) onMerge()
  }
  const said = mergeText.description({ file: fileName, when: formatMoment(Date.parse(file.at)), by })
  return (
    <Dialog
      open
      size={summary.nothing ? 'medium' : 'large'}
      onOpenChange={(open) => !open && onCancel()}
      title={isNew ? mergeText.titleNew(plan) : mergeText.title(by, plan)}
      description={<span className={styles.description}>{`${said}${summary.nothing ? '' : ` ${isNew ? mergeText.promiseNew : mergeText.promise}`}`}</span>}
      top={summary.nothing ? undefined : <CountCards cards={cardsOf(summary, isNew)} />}
      onSubmit={merge}
      footerHint={summary.nothing ? mergeText.hintNothing : isNew ? mergeText.hintNew : mergeText.hint}
      footer={
        summary.nothing ? (
          <Button type="submit" variant="primary">
            {exchangeText.close}
          </Button>
        ) : (
          <>
            <Button onClick={onCancel}>{exchangeText.cancel}</Button>
            <Button type="submit" variant="primary" disabled={isHeld}>
              {isNew ? mergeText.open : mergeText.merge(summary.changes)}
            </Button>
          </>
        )
      }
    >
      {ahead.length > 0 && !summary.nothing && <ClockWarning isNew={isNew} ahead={ahead} view={summary.view} isAccepted={isAccepted} onAccept={setAccepted} />}
      {summary.nothing && <EmptyState title={mergeText.nothing}>{mergeText.nothingHint}</EmptyState>}
      {!summary.nothing && summary.changes === 0 && <p className={styles.quiet}>{mergeText.historyOnly}</p>}
      {!summary.nothing && <MergeLists summary={summary} by={by} />}
    </Dialog>
  )
}

function cardsOf({ newGoals, fields, newNotes, newOthers, clashes, same }: MergeSummary, isNew: boolean): readonly CountCard[] {
  const { cards } = mergeText
  const all = [
    { id: 'newGoals', count: newGoals.length, label: isNew ? cards.goals : cards.newGoals },
    { id: 'fields', count: fields, label: cards.fields },
    { id: 'newNotes', count: newNotes.length, label: isNew ? cards.notes : cards.newNotes },
    { id: 'newOthers', count: newOthers.length, label: cards.others },
    { id: 'clashes', count: clashes.length, label: cards.clashes, asks: true },
    { id: 'same', count: same, label: cards.same },
  ]
  return all.filter(({ id }) => (isNew ? ['newGoals', 'newNotes', 'newOthers'].includes(id) : id !== 'newOthers'))
}
