import { expect, test } from 'vitest'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { stampEdits } from '../../../shared/changes/stamp-edits.ts'
import { createWindowClock } from '../../../shared/changes/writer.ts'
import { stampAt } from './tiny-domain.ts'

test('[C12] an action on two records is stamped later than the latest of the values it replaces, whatever the clock says', () => {
  const [earlier, later] = [stampAt(5_000, { writer: 'bbbbbbbbbb0' }), stampAt(6_000, { writer: 'bbbbbbbbbb0' })]
  const set = foldChanges([
    { at: earlier, on: 'goal:a', set: { status: 'todo' } },
    { at: later, on: 'goal:b', set: { status: 'todo' } },
  ])
  const edits = (['goal:a', 'goal:b'] as const).map((on) => ({ on, set: { status: 'done' } }))
  for (const order of [edits, edits.toReversed()]) {
    const { changes } = stampEdits({ clock: createWindowClock({ replica: 'aaaaaaaaaa', slot: 0 }), set, edits: order, now: 1_000 })
    expect(changes.map(({ at }) => at > later)).toEqual([true, true])
  }
})
