import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { conflictIdOf } from '../../../shared/changes/conflict-records.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { renameRecords } from '../../../shared/changes/rename-records.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { takeIn } from '../../../shared/changes/take-in.ts'
import { copyPlan } from '../../../shared/file/copy-plan.ts'
import { idOf, isRecordId, keyOf, type MakeId, type RecordId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalsOf, outputsOf, recordOf } from '../../../shared/plan/plan-view.ts'
import { tec3Sample } from '../../../shared/sample/tec3-sample.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyPlan } from './any-plan.ts'
import { read, sampleChanges, stampAt, writeFile } from './sample-file.ts'

/** Draws keys as a computer does, in no order, and the same in every run. */
function drawIds(): MakeId {
  let drawn = 7
  return (kind) => {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0
    return idOf(kind, `x${drawn.toString(36).padStart(7, '0')}`)
  }
}

const sre = 'bbbbbbbbbb0'
const rich: ChangeSet = foldChanges([
  ...sampleChanges,
  { at: stampAt(4), on: 'goal:c', set: { parent: 'goal:a', carriedFrom: 'goal:b', output: 'output:1', 'dependsOn/goal:a': true, 'dependsOn/Security': true, order: 'a0' } },
  { at: stampAt(5), on: 'goal:c', set: { 'dependsOn/goal:a': false, 'dependsOn/goal:b': true } },
  { at: stampAt(4, sre), on: 'risk:r', set: { about: 'goal:a', holds: { 'goal:b': ['output:1', { of: 'plan:p' }], text: 'see goal:a' }, 'watches/note:n': true } },
])

describe('a copy of a plan', () => {
  test('[F52] every record has a new id, wherever it stands; computers, stamps, words and history stay', () => {
    const { set, ids } = copyPlan({ set: rich, makeId: drawIds() })
    const to = (id: RecordId): RecordId => ids.get(id) ?? id
    expect([...ids.keys()].toSorted()).toEqual([...valuesOf(rich.records)].map(({ id }) => id).filter((id) => !id.startsWith('replica:')).toSorted())
    expect(recordIn(set, 'replica:bbbbbbbbbb')).toEqual(recordIn(rich, 'replica:bbbbbbbbbb'))
    const goal = recordIn(set, to('goal:c'))
    expect(['parent', 'carriedFrom', 'output'].map((field) => winnerOf(goal, field)?.value)).toEqual([to('goal:a'), to('goal:b'), to('output:1')])
    expect(goal?.winners.filter(({ field, value }) => field.startsWith('dependsOn/') && value === true).map(({ field }) => field).toSorted()).toEqual([`dependsOn/Security`, `dependsOn/${to('goal:b')}`])
    const risk = recordIn(set, to('risk:r'))
    expect([winnerOf(risk, 'about')?.value, winnerOf(risk, 'holds')?.value, winnerOf(risk, `watches/${to('note:n')}`)?.value]).toEqual([to('goal:a'), { [to('goal:b')]: [to('output:1'), { of: to('plan:p') }], text: 'see goal:a' }, true])
    expect(set.knows).toEqual(rich.knows)
    expect(winnerOf(recordIn(set, to('note:n')), 'text')?.value).toBe('This is now **Done**!')
    expect(recordIn(set, to('goal:a'))?.losers.map(({ field, at }) => [field, at])).toEqual(recordIn(rich, 'goal:a')?.losers.map(({ field, at }) => [field, at]))
  })

  test('[F52] what a note states of a goal it states of the goal under its new id; an id among words stays', () => {
    const set = foldChanges([...sampleChanges, { at: stampAt(9), on: 'note:n', set: { 'states/goal:a=done': true, 'states/goal:gone=done': true, text: 'goal:a=done' } }])
    const { set: copied, ids } = copyPlan({ set, makeId: drawIds() })
    const note = recordOf(createView(copied), idOf('note', keyOf(ids.get('note:n') ?? 'note:none')))
    expect(note?.states.toSorted()).toEqual([`${ids.get('goal:a')}=done`, 'goal:gone=done'].toSorted())
    expect(note?.text).toBe('goal:a=done')
  })

  test('[F52] it reads as the plan did, in the same order, and is written and read as any other', () => {
    const original = foldChanges(tec3Sample().map((edit) => ({ at: stampAt(1), ...edit })))
    const { set, ids } = copyPlan({ set: original, makeId: drawIds() })
    const titles = (view: ReturnType<typeof createView>): unknown => [...valuesOf(view.set.records)].filter(({ id }) => id.startsWith('outcome:')).map(({ id }) => outputsOf(view, id).map((output) => [output.title, goalsOf(view, output.id).map(({ title }) => title)])).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    expect(titles(createView(set))).toEqual(titles(createView(original)))
    expect(ids.size).toBeGreaterThan(50)
    expect(writeFile(read(writeFile(set)).set)).toBe(writeFile(set))
  })

  test('[F53] it is another plan: a file of the one is no file of the other', () => {
    const { set, ids } = copyPlan({ set: rich, makeId: drawIds() })
    expect(read(writeFile(set)).planId).toBe(ids.get('plan:p'))
    const merge = mergeChangeSets(rich, set)
    expect(merge.conflicts).toEqual([])
    expect(merge.changedFields).toEqual([])
  })

  test('[F53] two copies have nothing in common but the computers', () => {
    const makeId = drawIds()
    const [one, two] = [copyPlan({ set: rich, makeId }), copyPlan({ set: rich, makeId })]
    expect([...one.ids.values()].filter((id) => recordIn(two.set, id) !== undefined)).toEqual([])
  })

  test('[F54] a conflict that waits there waits in the copy, under the id that whoever finds it there gives it', () => {
    // two computers with one profile, which wrote other words at one moment
    const twin = (title: string): Change => ({ at: stampAt(7, 'cccccccccc0'), on: 'goal:b', set: { title } })
    const mine = addChanges(rich, [{ at: stampAt(8), on: 'goal:a', set: { status: 'blocked', 'dependsOn/goal:b': true } }, twin('Move it')]).set
    const theirs = addChanges(rich, [{ at: stampAt(9, sre), on: 'goal:a', set: { status: 'done', 'dependsOn/goal:b': false } }, twin('Move that')]).set
    const { folded, merge } = takeIn({ set: mine, theirs, edits: [], reviewed: new Set(), stamp: (_, edits) => edits.map((edit) => ({ at: stampAt(10), ...edit })) })
    expect(merge.conflicts.length).toBe(3)
    const { set, ids } = copyPlan({ set: folded.set, makeId: drawIds() })
    const told = (of: ChangeSet): readonly string[] => openConflicts(createView(of)).map(({ on, field, earlier, later }) => JSON.stringify([on, field, earlier.value, later.value])).toSorted()
    expect(told(folded.set).length).toBe(2) // what two actions wrote besides waits with it
    expect(told(set)).toEqual(told(folded.set).map((text) => text.replaceAll(/goal:[ab]\b/g, (id) => (isRecordId(id) ? (ids.get(id) ?? id) : id))).toSorted())
    const again = mergeChangeSets(renameRecords(mine, ids), renameRecords(theirs, ids))
    expect(again.conflicts.map(conflictIdOf).filter((id) => recordIn(set, id) === undefined)).toEqual([])
  })

  test('[F52] of any plan: no two get one id, nothing of the old ones is left, and named back it is the plan as it was', () => {
    fc.assert(
      fc.property(anyPlan, (changes) => {
        const original = foldChanges(changes)
        const { set, ids } = copyPlan({ set: original, makeId: drawIds() })
        expect(new Set(ids.values()).size).toBe(ids.size)
        expect([...ids.values()].every(isRecordId)).toBe(true)
        const text = writeFile(set)
        for (const id of ids.keys()) expect(text.includes(`"${id}"`) || text.includes(`/${id}"`)).toBe(false)
        const back = renameRecords(set, new Map([...ids].map(([from, to]) => [to, from])))
        expect(portraitOf(back)).toBe(portraitOf(original))
      }),
      { numRuns: 500 },
    )
  })
})
