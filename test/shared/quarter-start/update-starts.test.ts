import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change, Fields, Value } from '../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet } from '../../../shared/changes/fold.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import { quarterStarts } from '../../../shared/quarter-start/quarter-start.ts'
import { updateStarts } from '../../../shared/quarter-start/update-starts.ts'
import { calendar, days, ground, pageOf, typedOn } from '../history/any-life.ts'

const fields: fc.Arbitrary<Fields> = fc.record({ quarter: fc.constantFrom<Value[]>(1, 2, null), deleted: fc.boolean(), title: fc.constant('t') }, { requiredKeys: [] })
const edits = fc.record({ on: fc.constantFrom<RecordId[]>('goal:a', 'goal:b', 'goal:c'), set: fields })

test('[A10] starts kept up edit by edit are those found at once, also where a merge brings what was written earlier', () => {
  let begun = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...days.slice(0, 5)), edits, fc.boolean()), { minLength: 1, maxLength: 10 }), (steps) => {
      let view = createView(addChanges(emptyChangeSet(), ground).set)
      let starts = quarterStarts({ view, calendar })
      for (const [index, [day, edit, isPage]] of steps.entries()) {
        const change: Change = { at: isPage ? pageOf(day, `page${index}`.padEnd(10, '0')) : typedOn(day, { minute: index }), ...edit }
        const folded = addChanges(view.set, [change])
        view = updateView(view, folded)
        starts = updateStarts({ starts, view, touched: folded.touched, calendar })
        expect([...starts]).toEqual([...quarterStarts({ view, calendar })])
        begun += starts.size
      }
    }),
    { numRuns: 500 },
  )
  expect(begun).toBeGreaterThan(200)
})
