import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { formatStamp, writerOf } from '../../../shared/changes/stamp.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { withoutReturned } from '../../../shared/share/old-history/returned-history.ts'
import { writeParcelInSteps } from '../../../shared/share/parcel.ts'
import { lay } from './memory-mailbox.ts'
import { sharedPlanId } from './share-replica.ts'
import { createTeam } from './share-team.ts'

/** More than a call takes arguments. */
const many = 150_000

const stamp = (index: number): string => formatStamp({ ms: 1_500_000_000_000 + index, counter: 0, writer: 'zzzzzzzzzz0' })

test('[O131] of one field any number of overwritten values may come back that were folded away here', () => {
  const written = Array.from({ length: many }, (_, index): Change => ({ at: stamp(index), on: 'goal:a', set: { order: `a${index}` } }))
  const set = foldChanges([{ at: stamp(many), on: 'goal:a', set: { order: 'b' } }])
  const left = withoutReturned({ set, theirs: foldChanges(written), before: 9e12 })
  expect(recordIn(left, 'goal:a')).toBeUndefined()
})

test.each(['news/zzzzzzzzzz/0', 'plan/zzzzzzzzzz', 'news/aaaaaaaaaa/0', 'stray'])('[O131] an item at which this computer fails (%s) is told of, keeps no other from being read and nothing from going out', async (name) => {
  const team = createTeam()
  let fails = true
  const [a, b] = [
    team.join('aaaaaaaaaa', {
      onReceive: (theirs) => {
        if (fails && recordIn(theirs, 'goal:poison') !== undefined) throw new RangeError('too much')
      },
    }),
    team.join('bbbbbbbbbb'),
  ]
  for (const member of [a, b]) await member.look()
  await b.write([{ on: 'goal:b', set: { title: 'Of b' } }])
  const at = stamp(0)
  const poison = finish(writeParcelInSteps({ planId: sharedPlanId, by: { replica: 'zzzzzzzzzz', name: 'Z' }, at: '', level: 0, from: new Map(), to: new Map([[writerOf(at), at]]), mark: '', sizes: new Map(), readWhole: false, holds: new Map(), changes: [{ at, on: 'goal:poison', set: { title: 'x' } }] }))
  const laid = lay(team.place, name, poison)
  await a.write([{ on: 'goal:a', set: { title: 'Of a' } }])
  expect(recordIn(a.set(), 'goal:b')).toBeDefined()
  expect(a.share().state().unread).toEqual([{ item: laid.name, why: 'unreadable' }])
  for (const member of [a, a, a, b]) await member.look()
  expect(winnerOf(recordIn(b.set(), 'goal:a'), 'title')?.value).toBe('Of a')
  // with an app that doesn't fail it comes in
  fails = false
  a.restart()
  await a.look()
  expect(recordIn(a.set(), 'goal:poison')).toBeDefined()
})
