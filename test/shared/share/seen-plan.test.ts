import { expect, test } from 'vitest'
import { addChanges, foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { contentMark } from '../../../shared/share/content-mark.ts'
import { seenSetInSteps } from '../../../shared/share/seen-plan.ts'
import { portraitOf } from '../changes/portrait.ts'
import { lay } from './memory-mailbox.ts'
import { firstChange } from './share-replica.ts'
import { createTeam, type Member, type Team } from './share-team.ts'

const dayMs = 24 * 3_600_000
const [plan, head] = ['plan/aaaaaaaaaa', 'news/aaaaaaaaaa/0']

/** A computer that has put a plan and news, and read back once what it put. */
async function atRest(): Promise<{ readonly team: Team; readonly a: Member; readonly restarted: () => Promise<{ readonly got: readonly string[]; readonly put: readonly string[] }> }> {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  await a.write([{ on: 'goal:a', set: { title: 'A' } }])
  await a.write([{ on: 'goal:a', set: { title: 'B' } }, { on: 'goal:b', set: { title: 'News' } }])
  const restarted = async (): Promise<{ readonly got: readonly string[]; readonly put: readonly string[] }> => {
    a.restart()
    a.got()
    a.put()
    await a.look()
    return { got: a.got().filter((name) => name.includes('aaaaaaaaaa')), put: a.put() }
  }
  expect(await restarted()).toEqual({ got: [plan, head], put: [] })
  return { team, a, restarted }
}

test('[J88] an own plan file that was read back once is neither read nor put at later starts, and what is edited then goes out as news', async () => {
  const { team, a, restarted } = await atRest()
  const b = team.join('bbbbbbbbbb')
  for (let start = 0; start < 3; start += 1) {
    expect(await restarted()).toEqual({ got: [head], put: [] })
    await a.write([{ on: 'goal:c', set: { title: `After start ${start}` } }])
    expect(a.put()).toEqual([head])
    await b.look()
    expect(portraitOf(b.set()) === portraitOf(a.set())).toBe(true)
  }
})

test('[J88] nothing is put at a start of a plan that nobody has changed, nor at one in which a colleague’s changes came in before', async () => {
  const { team, a, restarted } = await atRest()
  const b = team.join('bbbbbbbbbb')
  await b.look()
  await b.write([{ on: 'goal:a', set: { title: 'Of B' } }])
  await a.look()
  team.wait(dayMs)
  await a.look()
  a.put()
  expect(await restarted()).toEqual({ got: [head], put: [] })
  expect(await restarted()).toEqual({ got: [head], put: [] })
})

test('[J89] a plan file that isn’t the one that was seen is read', async () => {
  const { team, restarted } = await atRest()
  lay(team.place, plan, team.place.texts.get(plan)?.text ?? '')
  expect((await restarted()).got).toContain(plan)
  expect((await restarted()).got).toEqual([head])
})

test('[J89] a week after it was read it is read again, and put again where the place has lost it', async () => {
  const { team, a, restarted } = await atRest()
  const there = team.place.texts.get(plan)
  if (there === undefined) throw new Error('nothing was put')
  // its list says that all is as it was
  team.place.texts.set(plan, { ...there, text: '\0'.repeat(there.bytes) })
  expect((await restarted()).got).toEqual([head])
  team.wait(7 * dayMs)
  expect((await restarted()).got).toContain(plan)
  for (let look = 0; look < 4; look += 1) await a.look()
  expect(team.place.texts.get(plan)?.text).toContain('"goal:a"')
})

test('[J89] where this computer has lost something of the plan the file is read, and what was lost is taken in', async () => {
  const { a, restarted } = await atRest()
  const whole = a.set()
  const lost = foldChanges([firstChange])
  // what is known goes with the log, or stays where only a row of it was lost
  for (const set of [lost, { ...lost, knows: whole.knows }]) {
    a.restore({ set, name: 'aaaaaaaaaa' })
    expect((await restarted()).got).toContain(plan)
    expect(recordIn(a.set(), 'goal:a')).toEqual(recordIn(whole, 'goal:a'))
  }
})

test('[J89] a copied profile reads it, and so does who goes on under another name', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa', { isCopy: true })
  await a.look()
  for (let start = 0; start < 2; start += 1) {
    a.restart()
    a.got()
    await a.look()
    expect(a.got()).toContain(plan)
  }
})

test('[J89] what a file said is made of the plan to the cell, or not at all', () => {
  const write = (at: number, on: 'goal:a' | 'goal:b', title: string) => ({ at: `000000000${at}-000-aaaaaaaaaa0`, on, set: { title } })
  const before = foldChanges([firstChange, write(2, 'goal:a', 'A')])
  const seen = { knows: before.knows, mark: contentMark(before) }
  const after = addChanges(before, [write(3, 'goal:a', 'B'), write(4, 'goal:b', 'New')]).set
  const made = finish(seenSetInSteps(seen, after))
  expect(made).toEqual(before)
  expect(finish(seenSetInSteps(seen, before))).toEqual(before)
  // a cell that bears a stamp which was known, as the record of a conflict does that was found later
  expect(finish(seenSetInSteps(seen, addChanges(after, [write(2, 'goal:b', 'Found later')]).set))).toBeNull()
  expect(finish(seenSetInSteps(seen, foldChanges([firstChange])))).toBeNull()
})
