import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { changesOf, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { mergeVersions } from '../../../shared/file/merge-versions.ts'
import type { PlanFile } from '../../../shared/file/read-plan-file.ts'
import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { readAny } from '../../../shared/plan/read-record.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyPlan } from './any-plan.ts'
import { read, sampleChanges, stampAt, writeFile } from './sample-file.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 500) }
const now = Date.UTC(2026, 0, 1)

const fileOf = (changes: readonly Change[]): PlanFile => read(writeFile(foldChanges(changes)))
const byHand = (text: string, [from, to]: readonly [string, string]): PlanFile => {
  if (!text.includes(from)) throw new Error(`the file says nothing like ${from}`)
  return read(text.replace(from, to))
}

function merged(files: { readonly base: PlanFile | null; readonly mine: PlanFile; readonly theirs: PlanFile }): ChangeSet {
  return mergeVersions({ ...files, name: 'tec3.plan.json', now }).set
}

const said = (set: ChangeSet, id: RecordId): unknown => {
  const record = recordIn(set, id)
  return record === undefined ? null : readAny(record)
}
const conflictsIn = (set: ChangeSet): number => openConflicts(createView(set)).length
const withoutConflicts = (set: ChangeSet): ChangeSet => foldChanges([...changesOf(set)].filter(({ on }) => !hasKind(on, 'conflict')))

/** The same changes as another computer would have written them. */
const writtenBy = (changes: readonly Change[], replica: string): readonly Change[] => changes.map((change) => ({ ...change, at: `${change.at.slice(0, 15)}${replica}0` }))

describe('two versions that are as they were written', () => {
  test('[L27] give their union and the conflicts between them, in either direction, with any base, and nothing more when merged again', () => {
    const counts = { conflicts: 0, none: 0 }
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, fc.boolean(), (common, mine, theirs, isBased) => {
        const [base, a, b] = [fileOf(common), fileOf([...common, ...writtenBy(mine, 'mmmmmmmmmm')]), fileOf([...common, ...writtenBy(theirs, 'tttttttttt')])]
        const set = merged({ base: isBased ? base : null, mine: a, theirs: b })
        expect(writeFile(merged({ base, mine: b, theirs: a }))).toBe(writeFile(set))
        expect(portraitOf(withoutConflicts(set))).toBe(portraitOf(foldChanges(changesOf(uniteChangeSets(a.set, b.set).set))))
        const again = read(writeFile(set))
        expect(writeFile(merged({ base, mine: again, theirs: b }))).toBe(writeFile(set))
        counts[[...valuesOf(set.records)].some(({ id }) => hasKind(id, 'conflict')) ? 'conflicts' : 'none'] += 1
      }),
      runs,
    )
    expect(Math.min(counts.conflicts, counts.none)).toBeGreaterThan(runs.numRuns / 20)
  })
})

describe('a version that was changed by hand', () => {
  const start = writeFile(foldChanges(sampleChanges))
  const later: readonly Change[] = [...sampleChanges, { at: stampAt(9, 'cccccccccc0'), on: 'goal:a', set: { title: 'Move it all', reason: 'Asked for' } }, { at: stampAt(9, 'cccccccccc0'), on: 'goal:new', set: { title: 'New' } }]

  test('[L25] adds its edits to what the other side did since, on whichever side it stands', () => {
    const hand = byHand(start, ['"number":"1.1"', '"number":"1.2"'])
    for (const sides of [{ mine: hand, theirs: fileOf(later) }, { mine: fileOf(later), theirs: hand }]) {
      const set = merged({ base: read(start), ...sides })
      expect([said(set, 'output:1'), said(set, 'goal:a'), said(set, 'goal:new')]).toMatchObject([{ number: '1.2' }, { title: 'Move it all', reason: 'Asked for' }, { title: 'New' }])
      expect([conflictsIn(set), said(set, `replica:${hand.byHand?.key}`)]).toMatchObject([0, { name: 'tec3.plan.json' }])
    }
  })

  test('[L25] clashes where both changed a field, and counts as the later', () => {
    const set = merged({ base: read(start), mine: fileOf(later), theirs: byHand(start, ['Move the verify stage', 'Move by hand']) })
    expect([said(set, 'goal:a'), conflictsIn(set)]).toMatchObject([{ title: 'Move by hand' }, 1])
  })

  test('[L25] without a base is held against the other side', () => {
    const set = merged({ base: null, mine: fileOf(later), theirs: byHand(start, ['"number":"1.1"', '"number":"1.2"']) })
    expect([said(set, 'output:1'), said(set, 'goal:a'), conflictsIn(set)]).toMatchObject([{ number: '1.2' }, { title: 'Move it all' }, 0])
  })

  test('[L25] brings in both where both sides were changed by hand, with a conflict where they differ', () => {
    const [mine, theirs] = [byHand(start.replace('"1.1"', '"1.2"'), ['Builds', 'All builds']), byHand(start.replace('"1.1"', '"1.3"'), ['One toolchain', 'One toolbox'])]
    for (const sides of [{ mine, theirs }, { mine: theirs, theirs: mine }]) {
      const set = merged({ base: read(start), ...sides })
      expect([said(set, 'output:1'), said(set, 'outcome:1'), conflictsIn(set)]).toMatchObject([{ title: 'All builds' }, { title: 'One toolbox' }, 1])
    }
  })

  test('[L25] whose start was changed by hand before states only its own edits, though the other side took in the start and went on', () => {
    const before = start.replace('"number":"1.1"', '"number":"1.2"')
    const taken = merged({ base: null, mine: read(start), theirs: read(before) })
    const goneOn = fileOf([...changesOf(taken), { at: stampAt(now + 1, 'cccccccccc0'), on: 'output:1', set: { number: '7.7' } }])
    const hand = byHand(before, ['Builds', 'All builds'])
    for (const sides of [{ mine: hand, theirs: goneOn }, { mine: goneOn, theirs: hand }]) {
      const set = merged({ base: read(before), ...sides })
      expect([said(set, 'output:1'), conflictsIn(set)]).toMatchObject([{ number: '7.7', title: 'All builds' }, 0])
    }
  })

  test('[L25] made by a script on both sides gives the records of both, and a conflict where they differ', () => {
    const script = (status: string, own: string): PlanFile => read(JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:s' }, goals: [{ id: 'goal:z', title: 'Deploy', status }, { id: `goal:${own}`, title: own }] }))
    const set = merged({ base: null, mine: script('done', 'x'), theirs: script('blocked', 'y') })
    expect([said(set, 'goal:x'), said(set, 'goal:y'), conflictsIn(set)]).toMatchObject([{ title: 'x' }, { title: 'y' }, 1])
    const based = merged({ base: script('todo', 'x'), mine: script('done', 'x'), theirs: script('todo', 'y') })
    expect([said(based, 'goal:z'), conflictsIn(based)]).toMatchObject([{ status: 'done' }, 0])
  })
})
