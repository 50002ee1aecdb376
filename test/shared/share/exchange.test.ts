import { expect, test } from 'vitest'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { byteLength } from '../../../shared/file/byte-length.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { portraitOf } from '../changes/portrait.ts'
import { lay } from './memory-mailbox.ts'
import { firstChange } from './share-replica.ts'
import { conflictsIn } from './share-steps.ts'
import { createTeam, type Member } from './share-team.ts'

const titled = (title: string) => [{ on: 'goal:a', set: { title } }] as const
const titleIn = (member: Member): unknown => winnerOf(recordIn(member.set(), 'goal:a'), 'title')?.value

test.each([0, 1_000_000])('[D1] what one computer writes is known on the other after each has looked once', async (wholeUpTo) => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa', { wholeUpTo }), team.join('bbbbbbbbbb', { wholeUpTo })]
  await a.write(titled('Ship'))
  await b.look()
  expect(titleIn(b)).toBe('Ship')
  await b.write(titled('Ship it'))
  await a.look()
  expect(portraitOf(a.set())).toBe(portraitOf(b.set()))
})

test('[D8] only what is on the disk is handed out', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.look()
  a.edit(titled('Typed'))
  await a.look()
  await b.look()
  expect(titleIn(b)).toBe(undefined)
  expect(a.share().state().standing).toEqual({ kind: 'waiting', waiting: 1 })
  a.save()
  await a.look()
  await b.look()
  expect(titleIn(b)).toBe('Typed')
})

test('[D9] a replica writes its own items and no others, and says which plan it is where nobody has', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.write(titled('Ship'))
  expect(a.put()).toEqual(['share', 'plan/aaaaaaaaaa', 'news/aaaaaaaaaa/0'])
  await b.write(titled('Ship it'))
  expect(b.put()).toEqual(['plan/bbbbbbbbbb', 'news/bbbbbbbbbb/0'])
})

test('[D13] the plan file of any replica opens as a plan by itself', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa', { wholeUpTo: 1_000_000 })
  await a.write(titled('Ship'))
  const read = readPlanFile(team.place.texts.get('plan/aaaaaaaaaa')?.text ?? '')
  expect(read.ok && read.file.byHand === null ? portraitOf(read.file.set) : read).toBe(portraitOf(a.set()))
})

test("[D14] what a head says is known keeps a computer from reading anything else of its writer's", async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c, a, b, c]) await member.look()
  for (const member of [a, b, c]) member.got()
  for (let index = 0; index < 20; index += 1) {
    await a.write(titled(`Ship ${index}`))
    for (const member of [b, c]) await member.look()
  }
  expect(new Set(b.got())).toEqual(new Set(['news/aaaaaaaaaa/0']))
  expect(a.got()).toEqual([])
  expect(portraitOf(c.set())).toBe(portraitOf(a.set()))
})

test('[D15] whoever was away for long reads as many levels as close the gap, and no more', async () => {
  const team = createTeam()
  const limits = [700, 4_000, 100_000]
  const [a, b] = [team.join('aaaaaaaaaa', { limits }), team.join('bbbbbbbbbb', { limits })]
  for (const member of [a, b, a, b]) await member.look()
  b.got()
  for (let index = 0; index < 8; index += 1) await a.write(titled(`Ship ${index}`))
  expect(a.put()).toContain('news/aaaaaaaaaa/1')
  await b.look()
  expect(b.got()).toEqual(['news/aaaaaaaaaa/0', 'news/aaaaaaaaaa/1'])
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
})

test('[D15] news that build on something that has not come yet wait for it, and are not read again and again meanwhile', async () => {
  const team = createTeam()
  const limits = [700, 4_000, 100_000]
  const [a, b] = [team.join('aaaaaaaaaa', { limits }), team.join('bbbbbbbbbb', { limits })]
  for (const member of [a, b, a, b]) await member.look()
  for (let index = 0; index < 8; index += 1) await a.write(titled(`Ship ${index}`))
  const missing = team.place.texts.get('news/aaaaaaaaaa/1')
  const plan = team.place.texts.get('plan/aaaaaaaaaa')
  for (const name of ['news/aaaaaaaaaa/1', 'plan/aaaaaaaaaa']) team.place.texts.delete(name)
  const before = portraitOf(b.set())
  b.got()
  for (let looks = 0; looks < 100; looks += 1) await b.look()
  expect(portraitOf(b.set())).toBe(before)
  expect(b.share().state().unread).toEqual([{ item: 'news/aaaaaaaaaa/0', why: 'gap' }])
  expect(b.got()).toEqual(['news/aaaaaaaaaa/0'])
  lay(team.place, 'news/aaaaaaaaaa/1', missing?.text ?? '')
  lay(team.place, 'plan/aaaaaaaaaa', plan?.text ?? '')
  await b.look()
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
  expect(b.share().state().unread).toEqual([])
})

test('[D16] an item that is only half there is tried again, ever more rarely, and keeps nothing else from being read', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  await a.write(titled('Ship'))
  const whole = team.place.texts.get('plan/aaaaaaaaaa')?.text ?? ''
  lay(team.place, 'plan/aaaaaaaaaa', whole.slice(0, 100))
  await c.write([{ on: 'goal:b', set: { title: 'Test' } }])
  for (let looks = 0; looks < 200; looks += 1) await b.look()
  expect(b.got().filter((name) => name === 'plan/aaaaaaaaaa').length).toBeLessThan(20)
  expect(recordIn(b.set(), 'goal:b')).toBeDefined()
  expect(b.share().state().unread).toContainEqual({ item: 'plan/aaaaaaaaaa', why: 'half' })
  lay(team.place, 'plan/aaaaaaaaaa', whole)
  await b.look()
  expect(titleIn(b)).toBe('Ship')
  expect(b.share().state().unread).toEqual([])
})

test('[D17] whoever knows the same and holds something else is read whole: a conflict that only one has found reaches all', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c, a, b, c]) await member.look()
  const conflict = { at: '00jpb6f109-000-aaaaaaaaaa0', on: 'conflict:k3f09ab2c1', set: { record: 'goal:a', earlier: '00jpb6ezgp-000-bbbbbbbbbb0 title', later: '00jpb6f109-000-aaaaaaaaaa0 title' } } as const
  const edits = [{ at: conflict.at, on: 'goal:a', set: { title: 'Ship' } }] as const
  // both know both edits already; only one has the conflict on record
  a.restore({ set: foldChanges([firstChange, ...edits, conflict]), name: a.name() })
  for (const member of [b, c]) member.restore({ set: foldChanges([firstChange, ...edits]), name: member.name() })
  team.place.texts.clear()
  for (const member of [a, b, c]) {
    team.wait(40_000)
    await member.look()
    await member.look()
  }
  for (const member of [a, b, c]) expect(recordIn(member.set(), conflict.on)).toBeDefined()
  // it is for those who have less to read those who have more
  expect(a.got().filter((name) => name.startsWith('plan/'))).toEqual([])
})

test('[D18] with a field comes what counts in it, so that a parcel raises no conflict that the whole plan would not', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c, a, b, c]) await member.look()
  // an old edit of somebody who was away, over which b writes something before it comes
  c.edit(titled('Old'))
  c.save()
  team.wait(1_000)
  await b.write(titled('New'))
  team.place.texts.delete('plan/bbbbbbbbbb')
  await b.look()
  await a.look()
  team.wait(1_000)
  a.edit(titled('Newest'))
  a.save()
  await c.look()
  // now b has both, and its news hold the old one alone
  await b.look()
  team.wait(40_000)
  await b.look()
  const text = team.place.texts.get('news/bbbbbbbbbb/0')?.text ?? ''
  for (const name of ['plan/cccccccccc', 'news/cccccccccc/0']) team.place.texts.delete(name)
  await a.look()
  expect(text).toContain('"Old"')
  // of the old edit with that of b, which b has found; none of a's with an edit that lost long ago
  expect(conflictsIn(a.set()).length).toBe(1)
})

test('[D18] a conflict travels with the edit that raised it, though it bears the stamp of one that was known long before', async () => {
  const team = createTeam()
  const [a, b, c] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb'), team.join('cccccccccc')]
  for (const member of [a, b, c, a, b, c]) await member.look()
  c.edit(titled('Earlier'))
  c.save()
  team.wait(1_000)
  await b.write(titled('Later'))
  // what b knows so far is written whole, so that only what comes now is news
  team.place.texts.delete('plan/bbbbbbbbbb')
  await b.look()
  await c.look()
  await b.look()
  team.wait(40_000)
  await b.look()
  // of c nobody hears again
  for (const name of ['plan/cccccccccc', 'news/cccccccccc/0']) team.place.texts.delete(name)
  expect(team.place.texts.get('news/bbbbbbbbbb/0')?.text).toContain('"conflict:')
  await a.look()
  expect(conflictsIn(a.set()).length).toBe(1)
})

test('[D22] what lies beside the items, whatever made it, is more input: a plan file, or news that build on what is known', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.look()
  await b.look()
  await a.write(titled('Ship'))
  for (const [index, name] of ['news/aaaaaaaaaa/0', 'plan/aaaaaaaaaa'].entries()) {
    lay(team.place, `(conflicted copy ${index})`, team.place.texts.get(name)?.text ?? '')
    team.place.texts.delete(name)
  }
  lay(team.place, 'notes.json', '{"shopping":["bread"]}')
  await b.look()
  expect(titleIn(b)).toBe('Ship')
  expect(b.share().state().unread.map(({ why }) => why)).toEqual(['refused'])
})

test('[D23] a writer that died before it had put its head is read all the same, since its items have other sizes than the head says', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa', { wholeUpTo: 1_000_000 }), team.join('bbbbbbbbbb')]
  for (const member of [a, b]) await member.look()
  a.edit(titled('Ship'))
  a.save()
  a.fail({ on: 'put', name: 'news/aaaaaaaaaa/0', reason: 'unreachable' })
  await a.look()
  await b.look()
  expect(titleIn(b)).toBe('Ship')
})

test('[D24] an old text handed out for a new one is found out within ten minutes', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  for (const member of [a, b]) await member.look()
  await a.write(titled('Shap'))
  const old = team.place.texts.get('news/aaaaaaaaaa/0')?.text ?? ''
  await a.write(titled('Ship'))
  const item = team.place.texts.get('news/aaaaaaaaaa/0')
  if (item === undefined) throw new Error('no head')
  team.place.texts.set('news/aaaaaaaaaa/0', { ...item, text: `${old}${' '.repeat(item.bytes - byteLength(old))}` })
  await b.look()
  team.place.texts.set('news/aaaaaaaaaa/0', item)
  await b.look()
  team.wait(600_000)
  await b.look()
  expect(titleIn(b)).toBe('Ship')
})

test('[D19] an emptied mailbox is filled again by whoever looks', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.write(titled('Ship'))
  await b.look()
  team.place.texts.clear()
  await b.look()
  expect([...team.place.texts.keys()].toSorted()).toEqual(['news/bbbbbbbbbb/0', 'plan/bbbbbbbbbb', 'share'])
  const c = team.join('cccccccccc')
  await c.look()
  expect(titleIn(c)).toBe('Ship')
})

test('[D20] what somebody else put under the name of a replica is taken in, and what was there is put again', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  await a.look()
  const old = new Map([...team.place.texts].map(([name, { text }]) => [name, text]))
  await a.write(titled('Ship'))
  for (const [name, text] of old) lay(team.place, name, text)
  await a.look()
  const b = team.join('bbbbbbbbbb')
  await b.look()
  expect(titleIn(b)).toBe('Ship')
})

test('[D21] a copied profile goes on under a name of its own, and nothing of either is lost', async () => {
  const team = createTeam()
  const original = team.join('aaaaaaaaaa', { nextName: () => 'xxxxxxxxxx' })
  await original.look()
  const copy = team.join('aaaaaaaaaa', { nextName: () => 'yyyyyyyyyy' })
  const c = team.join('cccccccccc')
  await original.write(titled('Ship'))
  await c.look()
  copy.edit([{ on: 'goal:b', set: { title: 'Copied' } }])
  copy.save()
  for (const member of [copy, original, c, copy, original, c]) {
    team.wait(40_000)
    await member.look()
  }
  expect(original.name() === copy.name()).toBe(false)
  // stamps don't tell what such a replica knows, so it is read whole
  expect(c.got()).toContain(`plan/${original.name() === 'aaaaaaaaaa' ? copy.name() : original.name()}`)
  for (const member of [copy, c]) expect(portraitOf(member.set())).toBe(portraitOf(original.set()))
  expect(titleIn(c)).toBe('Ship')
})
