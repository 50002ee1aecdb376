import { expect, test } from 'vitest'
import { lay } from './memory-mailbox.ts'
import { createTeam } from './share-team.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { snapshotOf } from './snapshot-of.ts'

test('[D34] a snapshot of one is kept by all, each checked by its own digest', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  const { digest, text } = snapshotOf()
  await a.snapshots.keep(text)
  await a.look()
  await b.look()
  expect([...b.snapshots.texts]).toEqual([[digest, text]])
  const puts = [a, b].flatMap((member) => member.put())
  expect(puts.filter((name) => name.startsWith('snapshot/'))).toEqual([`snapshot/${digest.slice(7)}`])
  await b.look()
  expect(b.got().filter((name) => name.startsWith('snapshot/'))).toHaveLength(1)
})

test('[D35] a snapshot that was removed here does not come back, and one that is gone from the mailbox is put again', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  const { digest, text } = snapshotOf()
  await a.snapshots.keep(text)
  b.snapshots.removed.add(digest)
  await a.look()
  await b.look()
  expect(b.snapshots.texts.size).toBe(0)
  team.place.texts.clear()
  await a.look()
  expect(team.place.texts.get(`snapshot/${digest.slice(7)}`)?.text).toBe(text)
})

test('[D36] a snapshot that is half, changed, of another plan or under another name is not kept', async () => {
  const team = createTeam()
  const b = team.join('bbbbbbbbbb')
  const { digest, text } = snapshotOf()
  const other = snapshotOf(foldChanges([{ at: '0000000001-000-aaaaaaaaaa0', on: 'plan:other', set: { title: 'Other' } }]))
  lay(team.place, `snapshot/${digest.slice(7)}`, text.slice(0, -20))
  lay(team.place, `snapshot/${'ab'.repeat(32)}`, text)
  lay(team.place, `snapshot/${'cd'.repeat(32)}`, text.replace('Pipeline', 'Pipelane'))
  lay(team.place, `snapshot/${other.digest.slice(7)}`, other.text)
  for (let looks = 0; looks < 3; looks += 1) await b.look()
  expect(b.snapshots.texts.size).toBe(0)
  expect(b.share().state().unread.map(({ why }) => why).toSorted()).toEqual(['half', 'half', 'otherPlan', 'refused'])
  lay(team.place, `snapshot/${digest.slice(7)}`, text)
  await b.look()
  expect([...b.snapshots.texts.keys()]).toEqual([digest])
})

test.each(['', 'cut', 'same size'])('[O133] a snapshot that was broken where the plan is shared (%s) is put again by who has it, over a restart too', async (how) => {
  const team = createTeam()
  const [a, c] = [team.join('aaaaaaaaaa'), team.join('cccccccccc')]
  const { digest, text } = snapshotOf()
  const name = `snapshot/${digest.slice(7)}`
  const broken = how === '' ? '' : how === 'cut' ? text.slice(0, 100) : text.replaceAll(/[a-z]/g, ' ')
  await a.snapshots.keep(text)
  c.snapshots.removed.add(digest)
  for (const member of [a, c]) await member.look()
  a.put()
  lay(team.place, name, broken)
  if (how !== 'same size') a.restart()
  for (let looks = 0; looks < 10; looks += 1) for (const member of [a, c]) await member.look()
  expect(team.place.texts.get(name)?.text).toBe(text)
  expect([a.put().filter((each) => each === name), c.put().includes(name), a.share().state().unread]).toEqual([[name], false, []])
  const b = team.join('bbbbbbbbbb')
  await b.look()
  expect([...b.snapshots.texts.keys()]).toEqual([digest])
})

test('[O133] who has a snapshot reads it only where it is of another size or was put anew', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  const { digest, text } = snapshotOf()
  const name = `snapshot/${digest.slice(7)}`
  await a.snapshots.keep(text)
  for (const member of [a, b]) await member.look()
  const read = (): number => [a, b].flatMap((member) => member.got()).filter((each) => each === name).length
  expect(read()).toBe(1)
  for (const member of [a, b]) member.restart()
  for (const member of [a, b, a, b]) await member.look()
  expect(read()).toBe(0)
  lay(team.place, name, text)
  for (const member of [a, b, a, b]) await member.look()
  expect(read()).toBe(2)
  expect([...a.put(), ...b.put()].filter((each) => each === name)).toHaveLength(1)
})
