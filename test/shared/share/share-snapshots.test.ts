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
