import { expect, test } from 'vitest'
import { recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { asideName } from '../../../shared/share/item-name.ts'
import { lay } from './memory-mailbox.ts'
import { createTeam } from './share-team.ts'

const own = 'plan/aaaaaaaaaa'

async function setUp() {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa', { wholeUpTo: 1_000_000 })
  await a.write([{ on: 'goal:a', set: { title: 'Ship' } }])
  const text = (name = own): string => team.place.texts.get(name)?.text ?? ''
  const looks = async (): Promise<void> => {
    for (let looked = 0; looked < 5; looked += 1) await a.look()
  }
  const strays = (): readonly string[] => [...team.place.texts.keys()].filter((name) => name.startsWith('stray/'))
  return { team, a, text, looks, strays, hand: (by: string) => text().replace('"Ship"', JSON.stringify(by)) }
}

test('[D60] what a person changed by hand in the file of this computer is kept beside it before that is written anew, each text once, and told of', async () => {
  const { team, a, text, looks, strays, hand } = await setUp()
  const [first, second] = [hand('By hand'), hand('By hand again')]
  for (const typed of [first, second, first]) {
    lay(team.place, own, typed)
    await looks()
    expect(text()).toContain('"Ship"')
  }
  const names = [first, second].map((typed) => asideName({ replica: 'aaaaaaaaaa', text: typed }))
  expect(strays()).toEqual(names)
  expect(names.map(text)).toEqual([first, second])
  expect(a.share().state().unread).toEqual(names.map((item) => ({ item, why: 'byHand' })))
  a.put()
  await looks()
  expect(a.put()).toEqual([])
  expect(winnerOf(recordIn(a.set(), 'goal:a'), 'title')?.value).toBe('Ship')
})

test('[D60] so is what became no JSON by a slip of the hand, and not what was cut off on its way', async () => {
  const { team, text, looks, strays, hand } = await setUp()
  const [slip, half] = [hand('By hand').replace(',', ',,'), hand('By hand').slice(0, 200)]
  for (const laid of [half, slip]) {
    lay(team.place, own, laid)
    await looks()
    expect(text()).toContain('"Ship"')
  }
  expect(strays().map(text)).toEqual([slip])
})

test('[D60] as long as it cannot be kept nothing is written over it', async () => {
  const { team, a, text, looks, strays, hand } = await setUp()
  const typed = hand('By hand')
  lay(team.place, own, typed)
  a.fail({ on: 'put', reason: 'full' })
  await looks()
  expect(text()).toBe(typed)
  a.fail({ on: 'put', name: own, reason: 'full' })
  await looks()
  expect([text(), strays().map(text)]).toEqual([typed, [typed]])
  a.fail(null)
  team.wait(10_000)
  await looks()
  expect([text().includes('"Ship"'), strays().length]).toEqual([true, 1])
})

test('[D61] what could not be read and was put anew since is no longer told of', async () => {
  const { team, a, text, looks } = await setUp()
  lay(team.place, own, text().slice(0, 200))
  await a.look()
  expect(a.share().state().unread).toEqual([{ item: own, why: 'half' }])
  await looks()
  expect(a.share().state().unread).toEqual([])
})

test.each([own, 'news/aaaaaaaaaa/0'])('[O135] an own file (%s) that was cut off is put anew once it has stayed so from one look to the next, over a restart too, and nobody has to edit', async (name) => {
  const { team, a, text } = await setUp()
  const b = team.join('bbbbbbbbbb')
  await b.look()
  const whole = text(name)
  for (const restart of [() => undefined, a.restart]) {
    lay(team.place, name, whole.slice(0, whole.length / 2))
    restart()
    for (const member of [a, b, a, b]) await member.look()
    expect(text(name).length).toBeGreaterThanOrEqual(whole.length)
    await a.look()
    expect([a, b].map((member) => member.share().state().unread)).toEqual([[], []])
  }
  // one that still grows is on its way
  a.put()
  for (const part of [0.2, 0.4, 0.6, 0.8]) {
    lay(team.place, name, whole.slice(0, whole.length * part))
    await a.look()
  }
  expect(a.put()).toEqual([])
})

test('[D64] what lies beside the items and is whole, and nothing to take in, is read once and seldom again, and at once when it is another', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa', { wholeUpTo: 1_000_000 }), team.join('bbbbbbbbbb')]
  await a.write([{ on: 'goal:a', set: { title: 'Ship' } }])
  const plan = team.place.texts.get('plan/aaaaaaaaaa')?.text ?? ''
  const foreign = ['{"shopping":["bread"]}', plan.replace('"Ship"', '"By hand"'), plan.replaceAll('"plan:shared"', '"plan:other"')]
  for (const [index, text] of foreign.entries()) lay(team.place, `(copy ${index})`, text)
  for (let looks = 0; looks < 50; looks += 1) await b.look()
  const strays = (): readonly string[] => b.got().filter((name) => name.startsWith('stray/'))
  expect(strays()).toHaveLength(foreign.length)
  expect(b.share().state().unread).toHaveLength(foreign.length)
  lay(team.place, '(copy 0)', plan.slice(0, 100))
  await b.look()
  await b.look()
  expect(strays()).toHaveLength(2) // half, it is tried again at each look
})

test('[O118] what is changed in an own item between a look and what is put then is read first: by hand it is kept aside, an older text is put anew, and what was put is no other', async () => {
  const { team, a, text, looks, strays, hand } = await setUp()
  const [typed, older] = [hand('By hand'), text()]
  const rename = (title: string): Promise<void> => a.write([{ on: 'goal:a', set: { title } }])
  a.beforePut(() => lay(team.place, own, typed))
  await rename('Ship it')
  await looks()
  expect([strays().map(text), text().includes('"Ship it"')]).toEqual([[typed], true])
  a.beforePut(() => lay(team.place, own, older))
  await rename('Ship it now')
  expect([strays().length, text().includes('"Ship it now"')]).toEqual([1, true])
  a.put()
  await rename('Ship it today')
  expect(a.put()).toEqual([own, 'news/aaaaaaaaaa/0'])
  expect(a.share().state().standing.kind).toBe('upToDate')
})

test('[O118] so is what another copy of the profile put there, which is nowhere else: this computer goes on under another name, and has both', async () => {
  const team = createTeam()
  const a = team.join('aaaaaaaaaa', { wholeUpTo: 1_000_000, nextName: () => 'bbbbbbbbbb' })
  await a.write([{ on: 'goal:a', set: { title: 'Ship' } }])
  const elsewhere = createTeam()
  const copy = elsewhere.join('aaaaaaaaaa', { wholeUpTo: 1_000_000, set: a.set() })
  team.wait(5_000)
  elsewhere.wait(60_000)
  await copy.write([{ on: 'goal:b', set: { title: 'By the copy' } }])
  a.beforePut(() => {
    for (const [name, { text }] of elsewhere.place.texts) lay(team.place, name, text)
  })
  await a.write([{ on: 'goal:c', set: { title: 'Here' } }])
  await a.look()
  expect(a.name()).toBe('bbbbbbbbbb')
  expect(['goal:a', 'goal:b', 'goal:c'].map((id) => winnerOf(recordIn(a.set(), id as RecordId), 'title')?.value)).toEqual(['Ship', 'By the copy', 'Here'])
  expect(team.place.texts.get('plan/bbbbbbbbbb')?.text).toContain('"By the copy"')
})

test('[O118] where something keeps changing an own item nothing is put over it, and it is said', async () => {
  const { team, a, text } = await setUp()
  const older = text()
  let laid = 0
  const again = (): void => {
    laid += 1
    lay(team.place, own, older)
    a.beforePut(again)
  }
  a.beforePut(again)
  await a.write([{ on: 'goal:a', set: { title: 'Ship it' } }])
  expect(a.share().state().standing).toMatchObject({ kind: 'out', reason: 'changed', waiting: 1 })
  expect([laid > 1, laid < 10, text()]).toEqual([true, true, older])
})
