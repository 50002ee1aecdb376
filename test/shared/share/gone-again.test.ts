import { expect, test } from 'vitest'
import { recordIn } from '../../../shared/changes/fold.ts'
import { createTeam } from './share-team.ts'
import { snapshotOf } from './snapshot-of.ts'

const ten = 10_000

test.each(['plan/aaaaaaaaaa', 'news/aaaaaaaaaa/0', 'share', 'snapshot'])('[O132] what is gone whenever it was put (%s) is put ever more rarely, and that is said; reading goes on', async (what) => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  const { digest, text } = snapshotOf()
  const name = what === 'snapshot' ? `snapshot/${digest.slice(7)}` : what
  await a.snapshots.keep(text)
  const vanish = async (times: number, ms: number): Promise<number> => {
    a.put()
    for (let looked = 0; looked < times; looked += 1) {
      team.place.texts.delete(name)
      team.wait(ms)
      await a.look()
    }
    return a.put().filter((each) => each === name).length
  }
  for (const member of [a, b, a, b]) await member.look()
  expect(await vanish(100, 1)).toBeLessThanOrEqual(3)
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: 'gone' })
  await b.write([{ on: 'goal:b', set: { title: 'Test' } }])
  await a.look()
  expect(recordIn(a.set(), 'goal:b')).toBeDefined()
  expect(await vanish(60, ten)).toBeLessThanOrEqual(7)
  team.wait(300_000)
  await a.look()
  expect(team.place.texts.has(name)).toBe(true)
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: 'gone' })
  team.wait(300_000)
  await a.look()
  expect(a.share().state().standing.kind).toBe('upToDate')
  team.wait(700_000)
  expect(await vanish(1, 1)).toBe(1)
  expect(a.share().state().standing.kind).toBe('upToDate')
})
