import { createView } from '../../shared/plan/plan-index.ts'
import { bigPlan } from './big-plan.ts'
import { readText, writeText } from './crdt-quarterdeck.ts'
import { medianTime, row } from './measure.ts'

/** The core alone, in Node: what reading a file costs against the least that any such program must do. */
export function benchCore(): void {
  const text = writeText(bigPlan({ goals: 10_000 }))
  const parse = medianTime(7, () => JSON.parse(text) as unknown)
  const open = medianTime(7, () => createView(readText(text)))
  row('read a file of 10,000 goals, checked', { ms: open, 'JSON.parse': parse, ratio: open / parse })
}
