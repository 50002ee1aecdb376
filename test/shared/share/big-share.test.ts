import { expect, test } from 'vitest'
import { changesOf, foldChanges } from '../../../shared/changes/fold.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { Steps } from '../../../shared/changes/steps.ts'
import { bigPlan } from '../../bench/big-plan.ts'
import { portraitOf } from '../changes/portrait.ts'
import { noTraffic } from './memory-mailbox.ts'
import { firstChange } from './share-replica.ts'
import { createTeam } from './share-team.ts'

test('[D41] an edit of a plan of ten thousand goals puts no more than a parcel of news, and reading and writing it pauses', { timeout: 120_000 }, async () => {
  const set = foldChanges([firstChange, ...[...changesOf(bigPlan({ goals: 10_000 }))].filter(({ on }) => !on.startsWith('plan:'))])
  const team = createTeam()
  let pauses = 0
  const run = async <T>(steps: Steps<T>): Promise<T> => {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      pauses += 1
    }
  }
  const [a, b] = [team.join('bbbbbbbbbb', { set, run }), team.join('cccccccccc', { set, run })]
  for (const member of [a, b, a, b]) await member.look()
  const whole = a.traffic.put
  expect(pauses).toBeGreaterThan(200)
  for (const member of [a, b]) Object.assign(member.traffic, noTraffic())
  const goals = [...set.records.shards].flatMap((shard) => [...shard.keys()]).filter((id) => id.startsWith('goal:'))
  const edits = 120
  const started = process.cpuUsage()
  for (let index = 0; index < edits; index += 1) {
    await a.write([{ on: goals[index * 31] ?? 'goal:a', set: { status: 'done', description: `Done by the team in step ${index}` } }])
    await b.look()
  }
  const { user, system } = process.cpuUsage(started)
  console.log(`${edits} edits of a plan of 10,000 goals: whole ${whole} bytes; put ${Math.round(a.traffic.put / edits)} bytes an edit in ${a.traffic.puts} puts, got ${Math.round(b.traffic.got / edits)}; ${((user + system) / 1_000 / edits).toFixed(1)} ms of a processor`)
  expect(a.traffic.put / edits).toBeLessThan(20 * 1024)
  expect(b.traffic.got / edits).toBeLessThan(20 * 1024)
  expect(a.put().filter((name) => name === 'plan/bbbbbbbbbb')).toHaveLength(1)
  expect(portraitOf(b.set()) === portraitOf(a.set())).toBe(true)
  // after a start the own items are read back, and nothing is put that is there
  a.restart()
  await a.look()
  expect(a.put()).toEqual([])
  await a.write([{ on: 'goal:new', set: { title: 'After the start' } }])
  expect(a.put()).toEqual(['news/bbbbbbbbbb/0'])
})

test('[D42] stamps of what is known count as no news: a plan that a thousand writers have worked on still puts parcels, and not itself', async () => {
  const writers = Array.from({ length: 1_000 }, (_, index): Change => ({ at: formatStamp({ ms: 1_500_000_000_000, counter: 0, writer: `${String(index).padStart(10, 'w')}0` }), on: 'goal:a', set: { title: `Of ${index}` } }))
  const team = createTeam()
  const a = team.join('aaaaaaaaaa', { set: foldChanges([firstChange, ...writers]) })
  await a.look()
  a.put()
  for (let index = 0; index < 10; index += 1) await a.write([{ on: 'goal:b', set: { title: `Step ${index}` } }])
  expect(new Set(a.put())).toEqual(new Set(['news/aaaaaaaaaa/0']))
})
