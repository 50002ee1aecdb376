import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { writeParcelInSteps } from '../../../shared/share/parcel.ts'
import { lay } from './memory-mailbox.ts'
import { firstChange, sharedPlanId } from './share-replica.ts'
import { createTeam } from './share-team.ts'

test('[O154] a parcel that claims to know more of somebody than they have said keeps nobody from reading what they wrote', async () => {
  const team = createTeam()
  const options = { limits: [700, 4_000, 100_000] }
  const [x, b, c] = [team.join('xxxxxxxxxx', options), team.join('bbbbbbbbbb', options), team.join('cccccccccc', options)]
  for (const member of [x, b, c, x, b, c]) await member.look()
  // x is away and writes; somebody lays a parcel without any change
  x.edit(Array.from({ length: 9 }, (_, index) => ({ on: `goal:x${index}` as const, set: { title: 'typed while offline '.repeat(4) } })))
  x.save()
  const ahead = formatStamp({ ms: team.now() + 20 * 3_600_000, counter: 0, writer: 'xxxxxxxxxx0' })
  lay(team.place, 'news/zzzzzzzzzz/0', finish(writeParcelInSteps({ planId: sharedPlanId, by: { replica: 'zzzzzzzzzz', name: 'Another' }, at: '', level: 0, from: new Map(), to: new Map([['xxxxxxxxxx0', ahead]]), mark: 'x', sizes: new Map(), readWhole: false, holds: new Map(), changes: [] })))
  for (const member of [b, c]) await member.look()
  team.place.texts.delete('news/zzzzzzzzzz/0')
  // x puts all of it, and is never seen again
  await x.look()
  x.fail({ on: 'list', reason: 'unreachable' })
  await b.write([{ on: 'goal:b', set: { title: 'B' } }])
  for (const member of [b, c]) await member.look()
  const d = team.join('dddddddddd', options)
  await d.look()
  const hasAll = [b, c, d].map(({ set }) => Array.from({ length: 9 }, (_, index) => recordIn(set(), `goal:x${index}`)).every((record) => record !== undefined))
  expect(hasAll).toEqual([true, true, true])
  // each item of theirs is read once, and not for ever
  for (const member of [b, c, d]) {
    member.got()
    await member.look()
    expect(member.got().filter((name) => name.includes('xxxxxxxxxx'))).toEqual([])
  }
})

test('[O155] what only somebody holds who is gone, and who holds less otherwise, is read after a while', async () => {
  const at = '00jpb6f109-000-aaaaaaaaaa0'
  const conflict = (key: string, on: string): Change => ({ at, on: `conflict:${key}`, set: { record: on, earlier: '00jpb6ezgp-000-bbbbbbbbbb0 title', later: `${at} title` } })
  const edit: Change = { at, on: 'goal:a', set: { title: 'Ship' } }
  const team = createTeam()
  const gone = team.join('rrrrrrrrrr', { set: foldChanges([firstChange, edit, conflict('k3f09ab2c1', 'goal:a')]) })
  const b = team.join('bbbbbbbbbb', { set: foldChanges([firstChange, edit, conflict('k3f09ab2c2', 'goal:b'), conflict('k3f09ab2c3', 'goal:c')]) })
  await gone.look()
  await b.look()
  expect(recordIn(b.set(), 'conflict:k3f09ab2c1')).toBeUndefined()
  team.wait(700_000)
  await b.look()
  expect(recordIn(b.set(), 'conflict:k3f09ab2c1')).toBeDefined()
})
