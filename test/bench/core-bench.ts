import { addChanges } from '../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../shared/changes/merge.ts'
import { readPlanFile } from '../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { bigPlan, manyEdits } from './big-plan.ts'
import { medianTime, row } from './measure.ts'

const by = { replica: 'aaaaaaaaaa', name: 'bench' }
const write = (set: ReturnType<typeof bigPlan>): string => writePlanFile({ set, by, at: '2018-12-06T16:42:00Z', app: 'bench' })

/** The core alone, in Node: what a file and a merge cost against the least that any such program must do. */
export function benchCore(): void {
  const goals = 10_000
  const plan = bigPlan({ goals })
  const mine = addChanges(plan, manyEdits({ goals, count: 2_000, replica: 'bbbbbbbbbb' })).set
  const theirs = addChanges(plan, manyEdits({ goals, count: 2_000, replica: 'cccccccccc' })).set
  const [text, mineText, theirsText] = [write(plan), write(mine), write(theirs)]

  const parse = medianTime(7, () => JSON.parse(text) as unknown)
  const open = medianTime(7, () => {
    const read = readPlanFile(text)
    if (!read.ok) throw new Error(read.problem.what)
    createView(read.file.set)
  })
  row('read a file of 10,000 goals, checked', { ms: open, 'JSON.parse': parse, ratio: open / parse })

  const least = medianTime(5, () => {
    JSON.parse(mineText)
    JSON.stringify(JSON.parse(theirsText))
  })
  const merge = medianTime(5, () => {
    const [a, b] = [readPlanFile(mineText), readPlanFile(theirsText)]
    if (!a.ok || !b.ok) throw new Error('refused')
    write(mergeChangeSets(a.file.set, b.file.set).set)
  })
  const inMemory = medianTime(7, () => mergeChangeSets(mine, theirs))
  row('merge 2 × 10,000 goals, 2,000 edits each', { ms: merge, 'parse both, write one': least, ratio: merge / least, 'of it the merge': inMemory })
}
