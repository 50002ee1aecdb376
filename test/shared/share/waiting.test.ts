import { expect, test } from 'vitest'
import { recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import type { MailFailure } from '../../../shared/share/mailbox.ts'
import { createMemoryMailbox, createMemoryPlace } from './memory-mailbox.ts'
import { createReplica, firstSet } from './share-replica.ts'
import { createTeam } from './share-team.ts'

test('[D137] as long as a mailbox has not been looked into since the start, only what was done since counts as waiting', async () => {
  const mailbox = createMemoryMailbox(createMemoryPlace())
  let reason: MailFailure | null = null
  let ms = 1_544_000_000_000
  const list: typeof mailbox.list = async () => (reason === null ? mailbox.list() : { ok: false, reason })
  const replica = createReplica({ mailbox: { ...mailbox, list }, now: () => (ms += 1_000), disk: { set: firstSet, name: 'cccccccccc' } })
  const edit = (title: string): void => {
    replica.edit([{ on: 'goal:a', set: { title } }])
    replica.save()
  }
  const standing = () => replica.share().state().standing
  edit('in the mailbox')
  edit('in the mailbox too')
  await replica.share().look()
  edit('not there yet')
  expect(standing()).toEqual({ kind: 'waiting', waiting: 1 })
  reason = 'unreachable'
  replica.restart()
  await replica.share().look()
  expect(standing()).toMatchObject({ kind: 'out', reason, waiting: 0 })
  edit('done since')
  expect(standing()).toMatchObject({ kind: 'out', waiting: 1 })
  reason = null
  await replica.share().look()
  expect(standing().kind).toBe('upToDate')
  edit('and one more')
  reason = 'unreachable'
  await replica.share().look()
  expect(standing()).toMatchObject({ kind: 'out', waiting: 1 })
})

test('[D137] what was never put waits, all of it, once that is known', async () => {
  const mailbox = createMemoryMailbox(createMemoryPlace())
  let ms = 1_544_000_000_000
  const replica = createReplica({ mailbox: { ...mailbox, put: async () => ({ ok: false, reason: 'full' }) }, now: () => (ms += 1_000), disk: { set: firstSet, name: 'cccccccccc' } })
  replica.edit([{ on: 'goal:a', set: { title: 'one' } }])
  replica.edit([{ on: 'goal:a', set: { title: 'two' } }])
  replica.save()
  replica.restart()
  await replica.share().look()
  expect(replica.share().state().standing).toMatchObject({ kind: 'out', reason: 'full', waiting: 2 })
})

test('[D65] where this computer itself refuses something in the middle of a look, that is said, and the next look goes on where it was', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  await a.write([{ on: 'goal:a', set: { title: 'Ship' } }])
  const { here } = a.snapshots
  const refuse = (): never => {
    throw new Error('the disk is gone')
  }
  Object.assign(a.snapshots, { here: refuse })
  await expect(a.write([{ on: 'goal:a', set: { title: 'Ship it' } }])).rejects.toThrow('the disk is gone')
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: 'failed' })
  const looking = a.look()
  await a.share().close()
  await expect(looking).rejects.toThrow('the disk is gone')
  Object.assign(a.snapshots, { here })
  a.restart()
  await a.look()
  expect(a.share().state().standing).toMatchObject({ kind: 'upToDate' })
})

test.each(['full', 'refused', 'tooLarge', 'failed'] as const)('[D66] [D167] what a place that can be reached does not take (%s) is put again after a rest, however often it is looked meanwhile; reading goes on', async (reason) => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa', { wholeUpTo: 1_000_000 }), team.join('bbbbbbbbbb')]
  for (const member of [a, b, a]) await member.look()
  a.fail({ on: 'put', name: 'news/aaaaaaaaaa/0', reason })
  a.put()
  await a.write([{ on: 'goal:a', set: { title: 'Ship' } }])
  await b.write([{ on: 'goal:b', set: { title: 'Test' } }])
  for (let looks = 0; looks < 50; looks += 1) await a.look()
  expect(a.put()).toEqual(['plan/aaaaaaaaaa', 'news/aaaaaaaaaa/0'])
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: reason === 'refused' ? 'readOnly' : reason })
  expect(winnerOf(recordIn(a.set(), 'goal:b'), 'title')?.value).toBe('Test')
  a.fail(null)
  team.wait(10_000)
  await a.look()
  expect(a.share().state().standing).toMatchObject({ kind: 'upToDate' })
  await b.look()
  expect(winnerOf(recordIn(b.set(), 'goal:a'), 'title')?.value).toBe('Ship')
})

test('[O137] where one item after the other gets no answer the rest are not asked for in that look, and it is the place that is out of reach', async () => {
  const team = createTeam()
  const writers = Array.from({ length: 12 }, (_, index) => team.join(`${String(index).padStart(2, '0')}aaaaaaaa`))
  for (const writer of writers) await writer.look()
  const b = team.join('bbbbbbbbbb')
  b.fail({ on: 'get', reason: 'unreachable' })
  team.place.texts.delete('share')
  await b.look()
  expect(b.got().length).toBeLessThan(6)
  expect(b.share().state().standing).toMatchObject({ kind: 'out', reason: 'unreachable' })
  b.fail(null)
  await b.look()
  expect(b.share().state()).toMatchObject({ standing: { kind: 'upToDate' }, unread: [] })
})

test('[O132] what is edited where nothing stays goes out at the end all the same', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa')
  for (let looks = 0; looks < 6; looks += 1) {
    await a.look()
    if (looks < 4) team.place.texts.delete('share')
  }
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: 'gone' })
  a.edit([{ on: 'goal:a', set: { title: 'Ship' } }])
  a.save()
  await a.share().close()
  expect([...team.place.texts.values()].some(({ text }) => text.includes('"Ship"'))).toBe(true)
})
