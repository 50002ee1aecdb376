import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { limits } from '../../../shared/file/limits.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { writeParcelInSteps, type Parcel } from '../../../shared/share/parcel.ts'
import { readItemInSteps } from '../../../shared/share/read-item.ts'
import { portraitOf } from '../changes/portrait.ts'
import { lay } from './memory-mailbox.ts'
import { sharedPlanId } from './share-replica.ts'
import { createTeam } from './share-team.ts'

const stranger = { replica: 'zzzzzzzzzz', name: 'Another' }

function parcel(more: Partial<Parcel>): string {
  return finish(writeParcelInSteps({ planId: sharedPlanId, by: stranger, at: '', level: 0, from: new Map(), to: new Map(), mark: 'x', sizes: new Map(), readWhole: false, holds: new Map(), changes: [], ...more }))
}

/** One parcel with many fields of one goal. */
function fieldsFrom(from: number, ms: number): string {
  const at = formatStamp({ ms, counter: 0, writer: `${stranger.replica}0` })
  const changes: readonly Change[] = [{ at, on: 'goal:a', set: Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`x${from + index}`, 1])) }]
  return parcel({ changes, to: foldChanges(changes).knows })
}

test('[O152] two parcels that together make more of a plan than can be read are not both taken in: the later is named, nothing of it comes in, and everybody goes on', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  for (const member of [a, b, a]) await member.look()
  lay(team.place, `news/${stranger.replica}/0`, fieldsFrom(0, team.now()))
  await a.look()
  await b.look()
  const before = portraitOf(a.set())
  lay(team.place, `news/${stranger.replica}/0`, fieldsFrom(5_000, team.now()))
  await a.look()
  await b.look()
  expect(portraitOf(a.set())).toBe(before)
  expect(a.share().state().unread).toEqual([{ item: `news/${stranger.replica}/0`, why: 'tooMuch' }])
  await a.write([{ on: 'goal:mine', set: { title: 'Mine' } }])
  team.wait(40_000)
  await b.look()
  expect(recordIn(b.set(), 'goal:mine')).toBeDefined()
  for (const text of [team.place.texts.get(`plan/${a.disk().name}`)?.text ?? '', writePlanFile({ set: a.set(), by: stranger, at: '', app: 'test 1' })]) expect(readPlanFile(text).ok).toBe(true)
  const c = team.join('cccccccccc')
  await c.look()
  expect(portraitOf(c.set())).toBe(portraitOf(a.set()))
})

test('[O152] what somebody laid under an own name and is too much is kept beside it before that is put anew', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  await a.write([{ on: 'goal:mine', set: { title: 'Mine' } }])
  lay(team.place, `news/${stranger.replica}/0`, fieldsFrom(0, team.now()))
  await a.look()
  const laid = fieldsFrom(5_000, team.now())
  lay(team.place, 'news/aaaaaaaaaa/0', laid)
  for (let looks = 0; looks < 6; looks += 1) await a.look()
  const texts = [...team.place.texts]
  expect(texts.filter(([name, { text }]) => name.startsWith('stray/') && text === laid)).toHaveLength(1)
  expect(finish(readItemInSteps({ text: team.place.texts.get('news/aaaaaaaaaa/0')?.text ?? '', planId: sharedPlanId }))).toMatchObject({ kind: 'news', parcel: { by: { replica: 'aaaaaaaaaa' } } })
  expect(a.share().state().standing.kind).toBe('upToDate')
})

test('[O151] a parcel of more writers than any plan has is refused, and makes nobody’s edits larger', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  await a.look()
  const stamps = Array.from({ length: limits.writers + 1 }, (_, index) => {
    const writer = `${String(index).padStart(10, 'q')}0`
    return [writer, formatStamp({ ms: team.now(), counter: 0, writer })] as const
  })
  lay(team.place, 'stray.json', parcel({ to: new Map(stamps) }))
  await a.look()
  expect(a.share().state().unread.map(({ why }) => why)).toEqual(['refused'])
  expect(a.set().knows.size).toBe(1)
})
