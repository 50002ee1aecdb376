import { expect, test } from 'vitest'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { shareText } from '../../../shared/share/share-item.ts'
import { portraitOf } from '../changes/portrait.ts'
import { lay } from './memory-mailbox.ts'
import { createTeam, type Member } from './share-team.ts'

const dayMs = 86_400_000
const titled = (title: string) => [{ on: 'goal:a', set: { title } }] as const
const titleIn = (member: Member): unknown => winnerOf(recordIn(member.set(), 'goal:a'), 'title')?.value

test('[D25] it says that it has not looked yet, how many changes of this computer wait, and since when all is up to date', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  expect(a.share().state()).toEqual({ standing: { kind: 'starting' }, members: [], present: null, heldBack: [], heldAt: [], unread: [] })
  await a.look()
  expect(a.share().state().standing).toEqual({ kind: 'upToDate', at: team.now() })
  for (const title of ['Ship', 'Ship it']) a.edit(titled(title))
  expect(a.share().state().standing).toEqual({ kind: 'waiting', waiting: 2 })
  expect(a.share().state()).toBe(a.share().state())
  a.save()
  await a.look()
  expect(a.share().state().standing.kind).toBe('upToDate')
})

test.each(['list', 'put'] as const)('[D26] where %s fails nothing is thrown, and it says since when and what waits; the next look goes on where it was', async (on) => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  for (const member of [a, b, a]) await member.look()
  await b.write([{ on: 'goal:b', set: { title: 'Test' } }])
  a.edit(titled('Ship'))
  a.save()
  a.fail({ on, reason: 'unreachable' })
  await a.look()
  const since = team.now()
  team.wait(dayMs)
  await a.look()
  expect(a.share().state().standing).toEqual({ kind: 'out', reason: 'unreachable', since, waiting: 1 })
  a.fail(null)
  await a.look()
  expect(a.share().state().standing.kind).toBe('upToDate')
  await b.look()
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
})

test('[D26] one item that the mailbox cannot hand out keeps no other from being read', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  await a.write(titled('Ship'))
  await c.write([{ on: 'goal:b', set: { title: 'Test' } }])
  b.fail({ on: 'get', name: 'plan/aaaaaaaaaa', reason: 'tooLarge' })
  await b.look()
  expect(recordIn(b.set(), 'goal:b')).toBeDefined()
  expect(b.share().state().standing.kind).toBe('upToDate')
  expect(b.share().state().unread).toContainEqual({ item: 'plan/aaaaaaaaaa', why: 'refused' })
})

test.each(['refused', 'unreachable', 'failed'] as const)('[O130] one file that cannot be read now (%s) keeps no other from being read and nothing from going out, and is told of', async (reason) => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  await a.write(titled('Ship'))
  await c.write([{ on: 'goal:c', set: { title: 'Of c' } }])
  b.fail({ on: 'get', name: 'plan/aaaaaaaaaa', reason })
  await b.write([{ on: 'goal:b', set: { title: 'Of b' } }])
  await c.look()
  expect([recordIn(b.set(), 'goal:c'), recordIn(c.set(), 'goal:b')]).not.toContain(undefined)
  expect(b.share().state()).toMatchObject({ standing: { kind: 'upToDate' }, unread: [{ item: 'news/aaaaaaaaaa/0', why: 'gap' }, { item: 'plan/aaaaaaaaaa', why: 'unreadable' }] })
  b.fail(null)
  await b.look()
  expect([recordIn(b.set(), 'goal:a') === undefined, b.share().state().unread]).toEqual([false, []])
})

test.each(['plan/aaaaaaaaaa', 'news/aaaaaaaaaa/0'])('[O130] an own file (%s) that cannot be read after a start is put anew after some looks, and others are read meanwhile', async (name) => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.write(titled('Ship'))
  await b.write([{ on: 'goal:b', set: { title: 'Of b' } }])
  a.restart()
  a.fail({ on: 'get', name, reason: 'unreachable' })
  await a.write(titled('Ship it'))
  expect(recordIn(a.set(), 'goal:b')).toBeDefined()
  for (const member of [a, a, a, b]) await member.look()
  expect(winnerOf(recordIn(b.set(), 'goal:a'), 'title')?.value).toBe('Ship it')
})

test.each(['refused', 'unreachable'] as const)('[O130] where the file that says which plan it is cannot be read (%s), or the list no more, it is the place that is out of reach', async (reason) => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.write(titled('Ship'))
  b.fail({ on: 'get', name: 'share', reason })
  await b.look()
  expect(b.share().state().standing).toMatchObject({ kind: 'out', reason })
  b.fail({ on: 'get', name: 'plan/aaaaaaaaaa', reason })
  b.beforeGet(() => b.fail({ on: 'all', reason }))
  await b.look()
  expect(b.share().state().standing).toMatchObject({ kind: 'out', reason })
})

test('[D27] asked to look while it looks, it looks once more, however often it is asked', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  let told = 0
  const stop = a.share().subscribe(() => (told += 1))
  await Promise.all([a.look(), a.look(), a.look(), a.look()])
  expect(told).toBe(2)
  stop()
  await a.look()
  expect(told).toBe(2)
})

test('[D28] it names who takes part, when each wrote last, and whether each has all that is known here', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c, a]) await member.look()
  await a.write(titled('Ship'))
  const members = (): readonly (readonly [string, string, boolean])[] => a.share().state().members.map(({ replica, name, behind }) => [replica, name, behind.length === 0])
  expect(members()).toEqual([
    ['cccccccccc', 'cccccccccc laptop', false],
    ['bbbbbbbbbb', 'bbbbbbbbbb laptop', false],
  ])
  await b.look()
  team.wait(31_000)
  await b.look()
  await a.look()
  expect(members()).toEqual([
    ['bbbbbbbbbb', 'bbbbbbbbbb laptop', true],
    ['cccccccccc', 'cccccccccc laptop', false],
  ])
  expect(a.share().state().members[0]?.at).toBeGreaterThan(1_544_000_000_000)
})

test('[D97] who doesn’t have everything is told as that only when they have gone without some of it for minutes, however often it is edited', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c, a]) await member.look()
  const lagging = (): readonly string[] => a.share().state().members.filter(({ lags }) => lags).map(({ replica }) => replica)
  for (let minute = 0; minute < 4; minute += 1) {
    await a.write(titled(`Ship ${minute}`))
    expect(a.share().state().members.map(({ behind }) => behind.length === 0)).toEqual([false, false])
    expect(lagging()).toEqual([])
    team.wait(60_000)
    await b.look()
    await a.look()
  }
  team.wait(120_000)
  await a.write(titled('Ship it'))
  // one has all but what is new, the other has none of it for six minutes
  expect(lagging()).toEqual(['cccccccccc'])
  await c.look()
  team.wait(31_000)
  await c.look()
  await a.look()
  expect(lagging()).toEqual([])
  // by now what was known at the start of another run is old enough
  team.wait(600_000)
  a.save()
  a.restart()
  await a.look()
  expect(lagging()).toEqual(['bbbbbbbbbb'])
})

test('[D29] what a clock made that runs days ahead is held back until a person accepts it, and named', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  for (const member of [a, b]) await member.look()
  a.clock.off = 3 * dayMs
  await a.write(titled('From the future'))
  await b.look()
  expect(titleIn(b)).toBe(undefined)
  expect(b.share().state().heldBack).toEqual([{ replica: 'aaaaaaaaaa', name: 'aaaaaaaaaa laptop', byMs: expect.closeTo(3 * dayMs, -3) as number, isSet: false }])
  b.got()
  await b.look()
  expect(b.got()).toEqual([])
  b.share().accept('aaaaaaaaaa')
  await b.look()
  expect(titleIn(b)).toBe('From the future')
  expect(b.share().state().heldBack).toEqual([])
})

test('[D62] what was accepted of a clock that ran ahead is accepted of what it stamps later, over a restart too', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c]) await member.look()
  a.clock.off = 365 * dayMs
  await a.write(titled('From next year'))
  for (const member of [b, c]) {
    member.share().accept('aaaaaaaaaa')
    await member.look()
  }
  a.clock.off = 0
  b.save()
  b.restart()
  team.wait(30 * dayMs)
  await a.write([{ on: 'goal:a', set: { description: 'Ship' } }])
  await c.write([{ on: 'goal:c', set: { title: 'Test' } }])
  await b.look()
  expect(b.share().state().heldBack).toEqual([])
  expect([winnerOf(recordIn(b.set(), 'goal:a'), 'description')?.value, winnerOf(recordIn(b.set(), 'goal:c'), 'title')?.value]).toEqual(['Ship', 'Test'])
})

test('[D30] [D168] nothing is put into a place that holds another plan, or that a newer version made', async () => {
  for (const [text, reason] of [[shareText({ planId: 'plan:other', title: 'Other' }), 'otherPlan'], [shareText({ planId: 'plan:shared', title: '' }).replace('"version": 1', '"version": 2'), 'newer']] as const) {
    const team = createTeam()
    lay(team.place, 'share', text)
    const a = team.join('bbbbbbbbbb')
    await a.write(titled('Ship'))
    await a.look()
    expect([...team.place.texts.keys()]).toEqual(['share'])
    expect(a.share().state().standing).toMatchObject({ kind: 'out', reason, waiting: 1 })
  }
})

test('[D30] nor into one where nothing lies but items of another plan', async () => {
  const team = createTeam()
  const set = foldChanges([{ at: '0000000001-000-aaaaaaaaaa0', on: 'plan:other', set: { title: 'Other' } }])
  lay(team.place, 'plan/aaaaaaaaaa', writePlanFile({ set, by: { replica: 'aaaaaaaaaa', name: '' }, at: '', app: '' }))
  const b = team.join('bbbbbbbbbb')
  await b.look()
  expect(b.put()).toEqual([])
  expect(b.share().state()).toMatchObject({ standing: { kind: 'out', reason: 'otherPlan' }, unread: [{ item: 'plan/aaaaaaaaaa', why: 'otherPlan' }] })
})

test('[D30] nor when such a one has come into the place of the one that was looked into before', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  for (const member of [a, b, a]) await member.write(titled('Ship'))
  const set = foldChanges([{ at: '0000000001-000-aaaaaaaaaa0', on: 'plan:other', set: { title: 'Other' } }])
  team.place.texts.clear()
  for (const replica of ['aaaaaaaaaa', 'cccccccccc']) lay(team.place, `plan/${replica}`, writePlanFile({ set, by: { replica, name: '' }, at: '', app: '' }))
  a.put()
  for (let looks = 0; looks < 5; looks += 1) await a.write(titled('Ship it'))
  expect(a.put()).toEqual([])
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: 'otherPlan', waiting: 5 })
})

test('[D31] what a newer version put under the own name is not written over', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  await a.look()
  const text = (team.place.texts.get('news/aaaaaaaaaa/0')?.text ?? '').replace('"version":1', '"version":2')
  lay(team.place, 'news/aaaaaaaaaa/0', text)
  for (let looks = 0; looks < 20; looks += 1) await a.write(titled(`Ship ${looks}`))
  expect(team.place.texts.get('news/aaaaaaaaaa/0')?.text).toBe(text)
  expect(a.share().state()).toMatchObject({ standing: { kind: 'waiting', waiting: 20 }, unread: [{ item: 'news/aaaaaaaaaa/0', why: 'newer' }] })
})

test('[D32] it ends with what is safe put, where that takes a moment, and does nothing afterwards', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.look()
  a.edit(titled('Ship'))
  a.save()
  await a.share().close()
  await b.look()
  expect(titleIn(b)).toBe('Ship')
  a.put()
  a.edit(titled('Ship it'))
  a.save()
  await a.look()
  expect(a.put()).toEqual([])
})

test('[D33] of what others made a computer says only now and then that it has it, so that fifty do not tell fifty at once', async () => {
  const team = createTeam()
  const members = Array.from({ length: 50 }, (_, index) => team.join(`${String(index).padStart(2, '0')}aaaaaaaa`))
  const [first, ...others] = members
  if (first === undefined) throw new Error('nobody')
  for (const member of [...members, ...members]) await member.look()
  team.wait(600_000)
  for (const member of [...members, ...members]) await member.look()
  for (const member of members) member.put()
  await first.write(titled('Ship'))
  for (let looks = 0; looks < 3; looks += 1) for (const member of others) await member.look()
  expect(others.flatMap((member) => member.put())).toEqual([])
  expect(others.every((member) => titleIn(member) === 'Ship')).toBe(true)
  team.wait(400_000)
  for (let looks = 0; looks < 3; looks += 1) for (const member of members) await member.look()
  // each has said it once, and nobody has anything to say of that
  expect(members.flatMap((member) => member.put()).toSorted()).toEqual(['news/00aaaaaaaa/0', ...others.map((member) => `news/${member.name()}/0`)].toSorted())
  team.wait(4_000_000)
  for (let looks = 0; looks < 3; looks += 1) for (const member of members) await member.look()
  expect(members.flatMap((member) => member.put())).toEqual([])
})
