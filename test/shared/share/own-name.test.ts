import { expect, test } from 'vitest'
import { recordIn } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { writeParcelInSteps } from '../../../shared/share/parcel.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { lay } from './memory-mailbox.ts'
import { sharedPlanId } from './share-replica.ts'
import { createTeam } from './share-team.ts'

test('[O134] changes that are laid under each new name make a computer take ever fewer; what holds none is read meanwhile, own edits go out, and they come in too', async () => {
  const team = createTeam()
  let names = 0
  let laid = ''
  const a = team.join('aaaaaaaaaa', { nextName: () => `n${String((names += 1)).padStart(9, '0')}` })
  const b = team.join('bbbbbbbbbb')
  for (const member of [a, b, a, b]) await member.look()
  const idOf = (index: number): RecordId => `goal:laid${index}`
  const layUnder = (name: string, index: number): void => {
    const writer = `${name}0`
    const at = formatStamp({ ms: 1_500_000_000_000 + index, counter: 0, writer })
    const text = finish(writeParcelInSteps({ planId: sharedPlanId, by: { replica: 'zzzzzzzzzz', name: 'Z' }, at: '', level: 0, from: new Map(), to: new Map([[writer, at]]), mark: '', sizes: new Map(), readWhole: false, holds: new Map(), changes: [{ at, on: idOf(index), set: { title: 'x' } }] }))
    laid = lay(team.place, 'copy.json', text).name
  }
  for (let index = 0; index < 60; index += 1) {
    layUnder(a.name(), index)
    team.wait(5_000)
    await a.look()
  }
  expect(names).toBeLessThanOrEqual(8)
  team.place.texts.delete(laid)
  await b.write([{ on: 'goal:b', set: { title: 'Of b' } }])
  layUnder(a.name(), 100)
  await a.look()
  expect([recordIn(a.set(), 'goal:b') === undefined, recordIn(a.set(), idOf(100))]).toEqual([false, undefined])
  a.edit([{ on: 'goal:a', set: { title: 'Of a' } }])
  a.save()
  for (const member of [a, b]) await member.look()
  expect(recordIn(b.set(), 'goal:a')).toBeDefined()
  team.wait(400_000)
  await a.look()
  expect(recordIn(a.set(), idOf(100))).toBeDefined()
})
