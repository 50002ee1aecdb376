import { expect, test } from 'vitest'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { notAhead } from '../../../shared/share/not-ahead.ts'
import { portraitOf } from '../changes/portrait.ts'
import { createTeam, type Member } from './share-team.ts'

const dayMs = 86_400_000
const titled = (id: string, title: string) => [{ on: `goal:${id}` as const, set: { title } }] as const
const titleIn = (member: Member, id: string): unknown => winnerOf(recordIn(member.set(), `goal:${id}`), 'title')?.value

/** The clock of the second runs ahead from a moment on; what it wrote before, and what others wrote, goes through it. */
async function withClockAhead() {
  const team = createTeam()
  const [ana, ben, cleo] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [ana, ben, cleo, ana, ben]) await member.look()
  return { team, ana, ben, cleo }
}

test.each([0, 512 * 1024])('[D161] of an item of which something waits the rest comes at once: what others wrote, and what that computer wrote before its clock went wrong (whole up to %d)', async (wholeUpTo) => {
  const team = createTeam()
  const [ana, ben] = [team.join('aaaaaaaaaa', { wholeUpTo }), team.join('bbbbbbbbbb', { wholeUpTo })]
  const dora = team.join('dddddddddd', { wholeUpTo })
  for (const member of [ana, ben, dora]) await member.look()
  await dora.write(titled('d', 'Of Dora'))
  await ben.look()
  // what Dora has put is lost: it lies in what Ben hands on alone
  for (const name of [...team.place.texts.keys()].filter((each) => each.includes('dddddddddd'))) team.place.texts.delete(name)
  ben.edit(titled('b', 'Before'))
  ben.clock.off = 30 * dayMs
  ben.edit(titled('b', 'Ahead'))
  ben.edit(titled('c', 'Ahead'))
  ben.save()
  await ben.look()
  await ana.look()
  expect([titleIn(ana, 'd'), titleIn(ana, 'b'), titleIn(ana, 'c')]).toEqual(['Of Dora', 'Before', undefined])
  expect(ana.share().state().heldBack.map(({ replica }) => replica)).toEqual(['bbbbbbbbbb'])
  // what comes on top of what waits is no gap, after a restart either
  await ben.write(titled('e', 'More'))
  ana.save()
  ana.restart()
  await ana.look()
  expect(ana.share().state()).toMatchObject({ unread: [], heldBack: [{ replica: 'bbbbbbbbbb' }] })
  ana.share().accept('bbbbbbbbbb')
  await ana.look()
  expect(portraitOf(ana.set())).toBe(portraitOf(ben.set()))
})

test('[D162] what one member has taken in of a clock far ahead comes to the others with all the work of that member, unless that member’s own clock is ahead too', async () => {
  const { ana, ben, cleo } = await withClockAhead()
  ben.clock.off = 30 * dayMs
  await ben.write(titled('b', 'Ahead'))
  await ana.look()
  await ana.write(titled('a', 'Of Ana'))
  await cleo.look()
  expect([titleIn(cleo, 'a'), titleIn(cleo, 'b')]).toEqual(['Of Ana', undefined])
  ana.share().accept('bbbbbbbbbb')
  await ana.look()
  await ana.write(titled('a', 'Of Ana, later'))
  await cleo.look()
  expect([titleIn(cleo, 'a'), titleIn(cleo, 'b')]).toEqual(['Of Ana, later', 'Ahead'])
  // by now it is let in, also what comes of it itself
  await ben.look()
  ben.clock.off = 0
  await ben.write(titled('b', 'Right again'))
  await cleo.look()
  expect(titleIn(cleo, 'b')).toBe('Right again')
  expect(cleo.share().state().heldBack).toEqual([])
})

test('[D162] a member whose own clock is ahead has let in nothing for others', async () => {
  const { ana, ben, cleo } = await withClockAhead()
  ben.clock.off = 30 * dayMs
  ana.clock.off = 30 * dayMs
  await ben.write(titled('b', 'Ahead'))
  await ana.look()
  expect(titleIn(ana, 'b')).toBe('Ahead')
  await cleo.look()
  expect(titleIn(cleo, 'b')).toBe(undefined)
  expect(cleo.share().state().heldBack.map(({ replica }) => replica)).toContain('bbbbbbbbbb')
})

test('[D163] whose clock runs ahead is told at whom what it wrote waits and by how much, and whether that clock is right by now; told once, nobody puts anything for it again', async () => {
  const { ana, ben } = await withClockAhead()
  ben.clock.off = 30 * dayMs
  await ben.write(titled('b', 'Ahead'))
  await ana.look()
  ana.put()
  await ana.look()
  expect(ana.put().filter((name) => name !== 'share')).toEqual([])
  await ben.look()
  const at = { replica: 'aaaaaaaaaa', name: 'aaaaaaaaaa laptop', byMs: expect.closeTo(30 * dayMs, -4) as number }
  expect(ben.share().state().heldAt).toEqual([{ ...at, isSet: false }])
  ben.clock.off = 0
  await ben.write(titled('b', 'Right'))
  expect(ben.share().state().heldAt).toEqual([{ ...at, isSet: true }])
  await ana.look()
  expect(ana.share().state().heldBack).toMatchObject([{ replica: 'bbbbbbbbbb', isSet: true }])
  ana.share().accept('bbbbbbbbbb')
  await ana.look()
  await ana.write(titled('a', 'Taken in'))
  await ben.look()
  expect(ben.share().state().heldAt).toEqual([])
})

test('[D161] of a writer of whom something is missing in between nothing is known of what comes after it, also once that is no longer ahead', () => {
  const at = (ms: number, writer: string): string => formatStamp({ ms, counter: 0, writer })
  const [missing, later, other] = [at(10, 'bbbbbbbbbb0'), at(20, 'bbbbbbbbbb0'), at(30 * dayMs, 'bbbbbbbbbb1')]
  const set = foldChanges([{ at: later, on: 'goal:b', set: { title: 'Later' } }, { at: other, on: 'goal:c', set: { title: 'Ahead' } }])
  const rest = notAhead({ set, from: new Map([['bbbbbbbbbb0', missing]]), mine: foldChanges([]), now: 100 })
  expect([recordIn(rest, 'goal:b'), recordIn(rest, 'goal:c'), [...rest.knows]]).toEqual([undefined, undefined, []])
})
