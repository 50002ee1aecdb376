import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameValue } from '../../../shared/changes/canonical.ts'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets, stampsAhead } from '../../../shared/changes/merge.ts'
import { removeChanges } from '../../../shared/changes/remove-changes.ts'
import { formatStamp, writerOf } from '../../../shared/changes/stamp.ts'
import { isFileWriter } from '../../../shared/changes/writer.ts'
import { addedChanges } from '../../../shared/changes/added-changes.ts'
import { adoptFile } from '../../../shared/file/adopt-file.ts'
import { readPlanFile, type PlanFile } from '../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { computerNameIn } from '../../../shared/plan/stamp-source.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyPlan } from './any-plan.ts'

const now = Date.UTC(2018, 11, 6)
const at = (ms: number, writer = 'aaaaaaaaaa0'): string => formatStamp({ ms, counter: 0, writer })
const base: readonly Change[] = [
  { at: at(1), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } },
  { at: at(1), on: 'goal:a', set: { title: 'Deploy', status: 'todo', 'teams/SRE': true, owner: 'Release Engineering' } },
  { at: at(1), on: 'goal:b', set: { title: 'Measure', status: 'todo' } },
  { at: at(2), on: 'goal:a', set: { status: 'inProgress' } },
  { at: at(3), on: 'goal:a', set: { 'teams/RelEng': true } },
  { at: at(4), on: 'goal:a', set: { 'teams/RelEng': false } },
]
const mine = foldChanges(base)

function textOf(set: ChangeSet): string {
  return writePlanFile({ set, by: { replica: 'bbbbbbbbbb', name: 'SRE laptop' }, at: '2018-12-05T10:00:00.000Z', app: 'Quarterdeck 0.1.0' })
}

function read(text: string): PlanFile {
  const answer = readPlanFile(text)
  if (!answer.ok) throw new Error(`refused: ${answer.problem.where}: ${answer.problem.what}`)
  return answer.file
}

/** What merging a text into a plan changes: field by field as it reads, and what clashes. */
function merged(text: string, into: ChangeSet = mine): { readonly set: ChangeSet; readonly says: Readonly<Record<string, unknown>>; readonly clashes: readonly string[] } {
  const theirs = adoptFile({ file: read(text), name: 'tec3.plan.json', mine: into, now })
  const { set, changedFields, newRecords, conflicts } = mergeChangeSets(into, theirs)
  const says = Object.fromEntries(changedFields.map(({ on, field, after }) => [`${on} ${field}`, after]))
  const created = Object.fromEntries(newRecords.filter((on) => !on.startsWith('replica:')).map((on) => [on, recordIn(set, on)?.winners.map(({ field, value }) => `${field}=${JSON.stringify(value)}`).join(' ')]))
  return { set, says: { ...says, ...created }, clashes: conflicts.map(({ on, field }) => `${on} ${field}`) }
}

const original = textOf(mine)

describe('a file changed by hand', () => {
  test.each([
    ['a value is changed', original.replace('"status":"inProgress"', '"status":"done"'), { 'goal:a status': 'done' }],
    ['a value is added', original.replace('"title":"Measure"', '"title":"Measure","owner":"SRE"'), { 'goal:b owner': 'SRE' }],
    ['a value is taken out', original.replace(',"owner":"Release Engineering"', ''), { 'goal:a owner': null }],
    ['a team is added', original.replace('"teams":["SRE"]', '"teams":["SRE","Core"]'), { 'goal:a teams/Core': true }],
    ['a team is taken out', original.replace('"teams":["SRE"]', '"teams":[]'), { 'goal:a teams/SRE': false }],
    ['a team that was taken out before is put back', original.replace('"teams":["SRE"]', '"teams":["SRE","RelEng"]'), { 'goal:a teams/RelEng': true }],
    ['a line is added', original.replace(' "goals": [', ' "goals": [\n  {"id":"goal:n","title":"New","status":"done"},'), { 'goal:n': 'status="done" title="New"' }],
    ['a line is taken out', original.replace(/,\n {2}\{"id":"goal:b".*\}/, ''), { 'goal:b deleted': true }],
    ['the digest alone is gone', original.replace(/,\n "digest": .*/, ''), {}],
  ])('[F30] %s: just that is an edit', (_, text, says) => {
    expect(text).not.toBe(original)
    expect(merged(text).says).toEqual(says)
    expect(merged(text).clashes).toEqual([])
  })

  test('[F44] a name of a file that is cut within a character leaves a plan that is written and read again', () => {
    const file = read(original.replace('"status":"inProgress"', '"status":"done"'))
    for (let length = 197; length < 203; length += 1) {
      const { set } = mergeChangeSets(mine, adoptFile({ file, name: `${'x'.repeat(length)}🙂.plan.json`, mine, now }))
      expect(read(textOf(set)).set.records.size).toBe(set.records.size)
    }
  })

  test('[F31] the edits are attributed to the file, by its name, and later than what they replace', () => {
    const { set } = merged(original.replace('"status":"inProgress"', '"status":"done"'))
    const winner = winnerOf(recordIn(set, 'goal:a'), 'status')
    expect(winner && isFileWriter(writerOf(winner.at))).toBe(true)
    expect(computerNameIn(set, winner?.at.slice(15, 25) ?? '')).toBe('tec3.plan.json')
    expect(recordIn(set, 'goal:a')?.losers.map(({ value }) => value)).toContain('inProgress')
  })

  test('[F32] what was edited here since the file was written is no edit of the file, and clashes where the file was changed too', () => {
    const since = addChanges(mine, [{ at: at(9), on: 'goal:a', set: { status: 'blocked' } }, { at: at(9), on: 'goal:b', set: { title: 'Measure all' } }]).set
    expect(merged(original.replace('"owner":"Release Engineering"', '"owner":"SRE"'), since).says).toEqual({ 'goal:a owner': 'SRE' })
    const both = merged(original.replace('"status":"inProgress"', '"status":"done"'), since)
    expect(both.clashes).toEqual(['goal:a status'])
    expect(both.says).toEqual({ 'goal:a status': 'done' })
  })

  test('[F33] the news of a colleague in it comes in under their own stamps', () => {
    const theirs = addChanges(mine, [{ at: at(20, 'bbbbbbbbbb0'), on: 'goal:b', set: { status: 'done' } }]).set
    const { set, says } = merged(textOf(theirs).replace('"title":"Measure"', '"title":"Measure it"'))
    expect(says).toEqual({ 'goal:b status': 'done', 'goal:b title': 'Measure it' })
    expect(winnerOf(recordIn(set, 'goal:b'), 'status')?.at).toBe(at(20, 'bbbbbbbbbb0'))
    // and their own file, when it comes, brings nothing but what the hand has covered
    expect(mergeChangeSets(set, read(textOf(theirs)).set).changedFields).toEqual([])
  })

  test('[F34] the same file again changes nothing, whatever was done in between', () => {
    const text = original.replace('"status":"inProgress"', '"status":"done"')
    const once = merged(text).set
    expect(merged(text, once).says).toEqual({})
    const since = addChanges(once, [{ at: at(now + 5), on: 'goal:a', set: { status: 'blocked' } }]).set
    expect(merged(text, since)).toMatchObject({ says: {}, clashes: [] })
  })

  test('[F34] nor where it does not say what it knows; then it may be a part of a plan, and what it leaves out stays', () => {
    const text = original.replace(/ "knows": .*\n/, '').replace('"status":"inProgress"', '"status":"done"').replace(/,\n {2}\{"id":"goal:b".*\}/, '').replace(',"owner":"Release Engineering"', '')
    const once = merged(text)
    expect(once.says).toEqual({ 'goal:a status': 'done' })
    const since = addChanges(once.set, [{ at: at(now + 5), on: 'goal:a', set: { status: 'blocked', title: 'Deploy it' } }]).set
    expect(merged(text, since)).toMatchObject({ says: {}, clashes: [] })
  })

  test('[F35] of a plan that is not here it is taken as it stands, history and all', () => {
    const text = original.replace('"status":"inProgress"', '"status":"done"')
    const { set } = merged(text, emptyChangeSet())
    expect(winnerOf(recordIn(set, 'goal:a'), 'status')?.value).toBe('done')
    expect(recordIn(set, 'goal:a')?.losers.map(({ value }) => value)).toEqual(expect.arrayContaining(['todo']))
  })

  test('[F37] knows can not be made up: stamps that no change in the file bears are not believed', () => {
    const text = original.replace('"knows": {', `"knows": {"cccccccccc0":"${at(1e12, 'cccccccccc0')}",`)
    const theirs = adoptFile({ file: read(text), name: 'x', mine, now })
    expect(theirs.knows.has('cccccccccc0')).toBe(false)
  })
})

describe('a file made by a script', () => {
  const script = (goals: readonly Record<string, unknown>[]): string => JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:p' }, goals })

  test('[F36] what it says and the plan does not is an edit; what it leaves out stays', () => {
    const text = script([{ id: 'goal:a', status: 'done', title: 'Deploy' }, { id: 'goal:n', title: 'New', quarter: 2, teams: ['SRE'] }])
    expect(merged(text)).toMatchObject({ says: { 'goal:a status': 'done', 'goal:n': 'quarter=2 teams/SRE=true title="New"' }, clashes: [] })
  })

  test('[F39] a script that is run again brings what has changed since its last run, and not what it said before and people have changed', () => {
    const script = (status: string): string => JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:p' }, goals: [{ id: 'goal:s', title: 'Collect metrics', status, teams: ['RelEng'] }] })
    const first = merged(script('todo')).set
    const edited = addChanges(first, [{ at: at(now + 1_000), on: 'goal:s', set: { title: 'Collect metrics of CI', 'teams/RelEng': false } }]).set
    const second = adoptFile({ file: read(script('done')), name: 'goals.plan.json', mine: edited, now: now + 2_000 })
    const { changedFields, conflicts } = mergeChangeSets(edited, second)
    expect([changedFields.map(({ field, after }) => [field, after]), conflicts]).toEqual([[['status', 'done']], []])
    expect(merged(script('todo'), edited).says).toEqual({})
  })

  test('[F36] of a plan that is not here it makes one', () => {
    const text = JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:q', title: 'Q', startsOn: '2019-07-01' }, goals: [{ id: 'goal:n', title: 'New' }] })
    const { set } = merged(text, emptyChangeSet())
    expect([...set.records.shards].flatMap((shard) => [...shard.keys()]).toSorted()).toEqual(['goal:n', 'plan:q', expect.stringMatching(/^replica:/)])
  })
})

describe('any plan, changed by any hand', () => {
  const anyHand: fc.Arbitrary<(text: string) => string> = fc.constantFrom<((text: string) => string)[]>(
    (text) => text.replace('"todo"', '"done"'),
    (text) => text.replace(/"title":"[^"]*"/, '"title":"By hand"'),
    (text) => text.replace(/,\n {2}\{[^\n]*\}(?=\n )/, ''),
    (text) => text.replace(/"teams":\[[^\]]*\]/, '"teams":["By hand"]'),
    (text) => text.replace(/,\n "digest": .*/, ''),
  )

  test('[F30] what the lines say is what the plan reads after the merge, and taking the merge out gives the plan as it was', () => {
    fc.assert(
      fc.property(anyPlan, anyHand, (changes, hand) => {
        const set = foldChanges(changes)
        const text = hand(textOf(set))
        const file = read(text)
        const theirs = adoptFile({ file, name: 'x', mine: set, now })
        const merge = mergeChangeSets(set, theirs)
        for (const { on, set: fields } of file.byHand?.stated ?? ([] as readonly Edit[])) {
          for (const [field, value] of Object.entries(fields)) expect(isSameValue(winnerOf(recordIn(merge.set, on), field)?.value ?? null, value)).toBe(true) // to JSON, -0 is 0
        }
        const added = addedChanges({ before: set, after: merge.set, touched: merge.touched.keys() })
        expect(portraitOf(removeChanges(merge.set, added).set)).toBe(portraitOf(set))
        expect(mergeChangeSets(merge.set, adoptFile({ file, name: 'x', mine: merge.set, now: now + 1 })).set).toBe(merge.set)
      }),
    )
  })
})

test('[F31] an edit by hand of a value from the far future is later still, and its clock is not the one that is off', () => {
  const future = addChanges(mine, [{ at: at(now + 400 * 86_400_000, 'bbbbbbbbbb0'), on: 'goal:a', set: { status: 'stalled' } }]).set
  const text = textOf(future).replace('"status":"stalled"', '"status":"done"')
  const { set, says } = merged(text, future)
  expect(says).toEqual({ 'goal:a status': 'done' })
  expect(stampsAhead({ set, known: future.knows, now })).toEqual([])
})
