import { useCallback, useMemo, useState } from 'react'
import { recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import type { Plan } from '../../../shared/model/plan.ts'
import { readAny } from '../../../shared/plan/read-record.ts'
import { readPage, type PageReading } from '../../../shared/wiki/read-page.ts'
import { wordsSaid, type SaidTemplate, type SaidTemplates } from './said-templates.ts'
import { useMine } from './use-mine.ts'

export interface PageReadingState {
  /** Null while there is no text yet. */
  readonly reading: PageReading | null
  /** The plan that the page belongs to; null where it is new here, undefined until that is known. */
  readonly mine: ChangeSet | null | undefined
  readonly said: SaidTemplates
  /** Says what a template means; the page is read anew with it. */
  readonly say: (said: SaidTemplate) => void
}

/** A page as it is read with the words for statuses that its plan has, and those that a person says now. */
export function usePageReading({ text, setFor }: { readonly text: string | null; readonly setFor: (planId: PlanId) => Promise<ChangeSet | null> }): PageReadingState {
  const [said, setSaid] = useState<SaidTemplates>(new Map())
  const first = useMemo(() => (text === null ? null : readPage(text)), [text])
  const planId = first?.ok === true ? first.page.planId : null
  const mine = useMine(planId, setFor)
  const reading = useMemo(() => {
    const words = [...(planId === null || !mine ? [] : statusWordsOf(mine, planId)), ...wordsSaid(said)]
    return text === null || words.length === 0 ? first : readPage(text, words)
  }, [text, first, mine, planId, said])
  const say = useCallback((one: SaidTemplate) => setSaid((all) => new Map([...all, [one.name, one]])), [])
  return { reading, mine, said, say }
}

function statusWordsOf(set: ChangeSet, planId: PlanId): readonly string[] {
  const folded = recordIn(set, planId)
  return folded === undefined ? [] : ((readAny(folded) as Plan | null)?.statusWords ?? []) // its id says plan
}
