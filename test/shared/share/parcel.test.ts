import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { changesOf, foldChanges } from '../../../shared/changes/fold.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { digestOfContent } from '../../../shared/file/digest.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { writeParcelInSteps, type Parcel } from '../../../shared/share/parcel.ts'
import { isCovered, readItemInSteps, type ReadItem } from '../../../shared/share/read-item.ts'
import { stampAt } from '../changes/tiny-domain.ts'
import { firstSet, sharedPlanId } from './share-replica.ts'

const changes: readonly Change[] = [
  { at: stampAt(5), on: 'goal:a', set: { title: 'Ç – 漢', status: 'done' } },
  { at: stampAt(6), on: 'goal:b', set: { 'teams/SRE': true, later: { from: ['a newer version'] } } },
]
const to = foldChanges(changes).knows
const parcel: Parcel = { planId: sharedPlanId, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', level: 0, from: firstSet.knows, to, mark: '0123456789abcdef', sizes: new Map([['plan', 1_234]]), readWhole: false, holds: new Map([['bbbbbbbbbb', 86_400_001]]), changes }
const text = finish(writeParcelInSteps(parcel))

function read(json: string, planId: typeof sharedPlanId | null = sharedPlanId): ReadItem {
  return finish(readItemInSteps({ text: json, planId }))
}

/** The parcel with something else in it, and a digest that fits. */
function changed(change: (raw: Record<string, unknown>) => void): string {
  const { digest: _digest, ...raw } = JSON.parse(text) as Record<string, unknown>
  change(raw)
  return JSON.stringify({ ...raw, digest: digestOfContent(raw) })
}

function whyOf(item: ReadItem): string {
  return item.kind === 'unread' ? item.why : item.kind
}

test('[D4] a parcel reads as it was written, and knows what its writer knew', () => {
  const item = read(text)
  expect(item).toMatchObject({ kind: 'news', parcel: { ...parcel } })
  if (item.kind !== 'news') throw new Error('no news')
  expect([...changesOf(item.set)].toSorted((a, b) => (a.at < b.at ? -1 : 1))).toEqual(changes)
  expect(item.set.knows).toEqual(to)
})

test('[D5] a parcel cut off anywhere is half, and nothing of it is taken', () => {
  const cuts = Array.from({ length: text.length - 2 }, (_, index) => whyOf(read(text.slice(0, index))))
  expect([...new Set(cuts)]).toEqual(['half'])
})

test('[D5] a parcel in which any letter was changed is not taken for what was written', () => {
  const taken = Array.from({ length: text.length }, (_, index) => `${text.slice(0, index)}${text[index] === '1' ? '2' : '1'}${text.slice(index + 1)}`)
    .map((json) => read(json))
    .flatMap((item) => (item.kind === 'news' ? [item.parcel] : []))
  // who wrote it, and when, is no part of what the digest speaks for
  expect(taken.every((each) => JSON.stringify(each.changes) === JSON.stringify(changes) && isCovered(each.to, to) && isCovered(to, each.to) && each.mark === parcel.mark)).toBe(true)
  expect(taken.length).toBeLessThan(100)
})

test('[D6] what another plan, a newer version or another program wrote is told apart, and left alone', () => {
  expect(whyOf(read(text, 'plan:another'))).toBe('otherPlan')
  expect(whyOf(read(text, null))).toBe('news')
  expect(whyOf(read(changed((raw) => Object.assign(raw, { version: 2 }))))).toBe('newer')
  expect(whyOf(read(changed((raw) => Object.assign(raw, { version: 1.7, more: 'is passed over' }))))).toBe('news')
  expect(whyOf(read(writePlanFile({ set: firstSet, by: parcel.by, at: '', app: '' }).replace('"version": 1.2', '"version": 2')))).toBe('newer')
  expect(whyOf(read(writePlanFile({ set: firstSet, by: parcel.by, at: '', app: '' }).replace('Pipeline', 'Other')))).toBe('byHand')
  for (const json of ['{}', '{"format":"annual-plan-share"}', '{"format":null}', '{"format":["annual-plan-news"]}']) expect(whyOf(read(json))).toBe('refused')
  for (const json of ['', 'null', '[]', '42', '"text"', 'no JSON', '['.repeat(100_000)]) expect(whyOf(read(json))).toBe('half')
})

test.each<[string, (raw: Record<string, unknown>) => void]>([
  ['no plan', (raw) => delete raw['plan']],
  ['a plan that is none', (raw) => Object.assign(raw, { plan: 'goal:a' })],
  ['a level that is none', (raw) => Object.assign(raw, { level: 3 })],
  ['no mark', (raw) => Object.assign(raw, { mark: 7 })],
  ['a mark of a megabyte', (raw) => Object.assign(raw, { mark: 'x'.repeat(1_000_000) })],
  ['no word on whether it is to be read whole', (raw) => Object.assign(raw, { readWhole: 'yes' })],
  ['sizes that are none', (raw) => Object.assign(raw, { sizes: { plan: '7' } })],
  ['stamps under another writer', (raw) => Object.assign(raw, { from: { bbbbbbbbbb0: stampAt(1) } })],
  ['stamps from beyond what can be written over', (raw) => Object.assign(raw, { to: { aaaaaaaaaa0: `z${stampAt(1).slice(1)}` } })],
  ['a writer that is none', (raw) => Object.assign(raw, { from: { '0': '0000000001-000-aaaaaaaaaa0' } })],
  ['changes that are no list', (raw) => Object.assign(raw, { changes: {} })],
  ['a change it does not know of itself', (raw) => Object.assign(raw, { to: Object.fromEntries(firstSet.knows) })],
  ['a change of another plan', (raw) => Object.assign(raw, { changes: [{ at: stampAt(5), on: 'plan:other', set: { title: 'x' } }] })],
  ['a status that is none', (raw) => Object.assign(raw, { changes: [{ at: stampAt(5), on: 'goal:a', set: { status: 'Finished' } }] })],
  ['a field that is none', (raw) => Object.assign(raw, { changes: [{ at: stampAt(5), on: 'goal:a', set: JSON.parse('{"__proto__":{"polluted":true}}') as object }] })],
  ['a change with more in it', (raw) => Object.assign(raw, { changes: [{ at: stampAt(5), on: 'goal:a', set: {}, more: 1 }] })],
])('[D7] a parcel with %s is refused, though its digest fits', (_what, change) => {
  expect(whyOf(read(changed(change)))).toBe('refused')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('[D7] a parcel that says something twice is refused: JSON.parse would pass over one of the two', () => {
  expect(whyOf(read(text.replace('"level":0,', '"level":1,\n"level":0,')))).toBe('refused')
})
