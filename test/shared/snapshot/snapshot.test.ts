import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePlans } from '../../../shared/compare/compare-plans.ts'
import type { Value } from '../../../shared/changes/change.ts'
import { snapshotFileName } from '../../../shared/file/file-name.ts'
import { problemText } from '../../../shared/file/problem.ts'
import { liveGoals, notesAbout, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { commonScope, compareSnapshots } from '../../../shared/snapshot/compare-snapshots.ts'
import { looksLikeSnapshot, readSnapshot } from '../../../shared/snapshot/read-snapshot.ts'
import type { Snapshot, SnapshotScope } from '../../../shared/snapshot/snapshot.ts'
import { digestOfSnapshot } from '../../../shared/snapshot/snapshot-digest.ts'
import { writeSnapshot } from '../../../shared/snapshot/write-snapshot.ts'
import { anyTwoStates } from '../compare/any-states.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 300) }
const taken = { by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', app: 'Quarterdeck 0.1.0' } as const
const textOf = (view: PlanView, scope: SnapshotScope): string => writeSnapshot({ view, scope, ...taken }).text
const anyScope = fc.constantFrom<SnapshotScope[]>('year', 1, 2)

function read(text: string): Snapshot {
  const result = readSnapshot(text)
  if (!result.ok) throw new Error(problemText(result.problem))
  return result.snapshot
}

function refusalOf(text: string): string {
  const result = readSnapshot(text)
  return result.ok ? 'accepted' : problemText(result.problem)
}

/** The text of a snapshot changed by somebody who knows how its digest is made. */
function forged(change: (raw: Record<string, Value>) => void): string {
  const { digest: _digest, ...raw } = JSON.parse(textOf(plan, 2)) as Record<string, Value> // a file of ours
  change(raw)
  return JSON.stringify({ ...raw, digest: digestOfSnapshot(raw) })
}

const noted = { 'note:1': { about: 'goal:c', date: '2018-10-02', text: 'first' }, 'note:0': { about: 'goal:c', date: '2018-10-02', text: 'then' }, 'note:2': { about: 'goal:a', date: '2018-10-02', text: 'elsewhere' } } as const
const plan = planWith({ ...smallPlan, ...noted, 'risk:r': { weight: 2, 'labels/x': true, list: ['a'], 'odd/y': 3 } })

describe('a snapshot', () => {
  test('[K15] reads as the plan did: nothing of its scope is lost, added or changed', () => {
    fc.assert(
      fc.property(anyTwoStates, anyScope, ({ before }, scope) => {
        fc.pre(before.plan !== null && !before.plan.deleted)
        const snapshot = read(textOf(before, scope))
        const state = { view: before, scope: null }
        expect(compareSnapshots({ before: state, after: snapshot }).rows).toEqual([])
        expect(compareSnapshots({ before: snapshot, after: state }).statuses).toEqual(comparePlans({ before, after: before, scope: commonScope(scope, null) }).statuses)
      }),
      runs,
    )
  })

  test('[K14] compared with a later plan, a quarter tells the same goals as added and dropped as the whole plan of that day would, and no other', () => {
    fc.assert(
      fc.property(anyTwoStates, fc.constantFrom(1, 2), ({ before, after: then }, scope) => {
        fc.pre(before.plan !== null && !before.plan.deleted)
        const whole = comparePlans({ before, after: then, scope }).rows
        const part = compareSnapshots({ before: read(textOf(before, scope)), after: { view: then, scope: null } }).rows
        const named = (rows: typeof whole, change: string): readonly string[] => rows.filter((row) => row.change === change && row.on.startsWith('goal:')).map(({ on }) => on)
        expect(named(part, 'added')).toEqual(named(whole, 'added'))
        expect(named(part, 'dropped')).toEqual(named(whole, 'dropped'))
        expect(part.filter(({ on, moved }) => on.startsWith('goal:') && moved === null && !whole.some((row) => row.on === on))).toEqual([])
      }),
      runs,
    )
  })

  test('[K16] is the same text for the same state, moment and computer, with a record a line', () => {
    fc.assert(
      fc.property(anyTwoStates, anyScope, ({ before }, scope) => {
        fc.pre(before.plan !== null && !before.plan.deleted)
        const text = textOf(before, scope)
        expect(textOf(read(text).view, 'year')).toBe(textOf(read(textOf(read(text).view, 'year')).view, 'year'))
        expect(textOf(before, scope)).toBe(text)
      }),
      runs,
    )
    const again = planWith(Object.fromEntries(Object.entries(smallPlan).toReversed()))
    expect(textOf(again, 'year')).toBe(textOf(planWith(smallPlan), 'year'))
    expect(textOf(plan, 2).split('\n').filter((line) => line.startsWith('  {')).length).toBe(11)
  })

  test('[K17] of a quarter holds its goals with all above them and the notes on them, and of other goals no more than where they are', () => {
    const { goals, outputs, outcomes, programs, notes, others, elsewhere } = JSON.parse(textOf(plan, 2)) as Record<string, readonly { readonly id: string }[]> // a file of ours
    const ids = [programs, outcomes, outputs, goals, notes, others].map((list) => list?.map(({ id }) => id))
    expect(ids).toEqual([['program:tec3'], ['outcome:one'], ['output:1-1'], ['goal:c'], ['note:1', 'note:0'], undefined])
    expect(elsewhere).toEqual([{ id: 'goal:a', quarter: 1 }, { id: 'goal:b', quarter: 1 }, { id: 'goal:b1', quarter: 1 }, { id: 'goal:b2', quarter: 1 }, { id: 'goal:d', quarter: null }])
    expect(textOf(plan, 2)).not.toContain('Cache')
  })

  test('[K17] of the year holds everything that is there, what a newer version made included', () => {
    const { others, goals, elsewhere } = JSON.parse(textOf(after(plan, [{ on: 'goal:a', set: { deleted: true } }]), 'year')) as Record<string, readonly unknown[]> // a file of ours
    expect(others).toEqual([{ id: 'risk:r', labels: ['x'], weight: 2, '*': { list: ['a'], 'odd/y': 3 } }])
    expect([goals?.length, elsewhere]).toEqual([5, undefined])
  })

  test('[K18] says who took it, when, of what, and is known by its digest', () => {
    const snapshot = read(textOf(plan, 2))
    expect(snapshot).toMatchObject({ ...taken, planId: 'plan:tec', scope: 2 })
    expect(snapshot.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(snapshot.digest).not.toBe(read(writeSnapshot({ view: plan, scope: 2, ...taken, at: '2018-12-06T16:43:00.000Z' }).text).digest)
    expect(snapshotFileName({ parts: ['TEC3', 'FY18/19', 'Q2'], at: '2018-12-06T16:42' })).toBe('tec3-fy18-19-q2-2018-12-06-1642.snapshot.json')
  })
})

describe('a snapshot that is not as it was taken', () => {
  test('[K19] is refused when any letter that says something was changed', () => {
    const text = textOf(plan, 2)
    const places = [...text.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index)
    const spoiled = (index: number): string => `${text.slice(0, index)}${text[index] === '7' ? '8' : '7'}${text.slice(index + 1)}`
    expect(places.filter((index) => index % 3 === 0 && readSnapshot(spoiled(index)).ok)).toEqual([])
    expect(refusalOf(text.replace('Sign images', 'Sign pictures'))).toBe("digest: it doesn't fit the content: the snapshot was damaged, or changed after it was taken")
  })

  test('[K19] is refused when it is cut off anywhere, and read with another layout', () => {
    const text = textOf(plan, 2).trimEnd()
    for (let end = 0; end < text.length; end += 7) expect(readSnapshot(text.slice(0, end)).ok).toBe(false)
    expect(readSnapshot(JSON.stringify(JSON.parse(text), null, 3)).ok).toBe(true)
    const twice = text.replace('"scope": 2', '"scope": 1, "scope": 2')
    // as long as the text was before, since lines are missing
    let lines = twice.length - text.length
    const squeezed = twice.replace(/\n/g, (line) => ((lines -= 1) >= 0 ? '' : line))
    expect(squeezed).toHaveLength(text.length)
    for (const each of [twice, squeezed]) expect(refusalOf(each)).toBe('scope: it stands there twice, and only one of the two could be kept')
  })

  test.each<readonly [string, (raw: Record<string, Value>) => void, string]>([
    ['another format', (raw) => (raw['format'] = 'annual-plan'), 'format: "annual-plan" is not "annual-plan-snapshot": this is not a snapshot'],
    ['a newer version', (raw) => (raw['version'] = 2), 'version: 2 is newer than this app understands (1); a newer Quarterdeck wrote the file'],
    ['no version', (raw) => (raw['version'] = '1'), 'version: "1" is not a version'],
    ['a fifth quarter', (raw) => (raw['scope'] = 5), 'scope: 5 is neither a quarter, 1 to 4, nor "year"'],
    ['no plan', (raw) => (raw['plan'] = null), 'plan: null is not a record'],
    ['another record as plan', (raw) => (raw['plan'] = { id: 'goal:a' }), 'plan.id: "goal:a" is not the id of a plan'],
    ['a status that is none', (raw) => (raw['goals'] = [{ id: 'goal:a', status: 'Finished' }]), 'goals[0].status: "Finished" is not a status'],
    ['a goal twice', (raw) => (raw['goals'] = [{ id: 'goal:a' }, { id: 'goal:a' }]), 'goals[1].id: "goal:a" stands there twice'],
    ['a second plan', (raw) => (raw['others'] = [{ id: 'plan:x' }]), 'others[0].id: "plan:x" is a plan, of which a snapshot has one'],
    ['no list', (raw) => (raw['notes'] = {}), 'notes: {} is not a list'],
    ['a quarter elsewhere', (raw) => (raw['elsewhere'] = [{ id: 'goal:a', quarter: 9 }]), 'elsewhere[0].quarter: 9 is not a quarter, 1 to 4'],
    ['no goal elsewhere', (raw) => (raw['elsewhere'] = [null]), 'elsewhere[0].id: undefined is not the id of a goal'],
  ])('[K20] is refused with what is wrong and where: %s', (_, change, problem) => {
    expect(refusalOf(forged(change))).toBe(problem)
  })

  test('[K20] what a newer minor version says besides is passed over', () => {
    expect(refusalOf(forged((raw) => Object.assign(raw, { version: 1.2, mood: 'calm' })))).toBe('accepted')
  })

  test('[K20] any junk is refused with a reason', () => {
    for (const text of ['', 'null', '[]', '{}', 'Dear all', '{"format":"annual-plan-snapshot"}', `${'['.repeat(5_000_000)}`]) expect(refusalOf(text)).not.toBe('accepted')
    expect(looksLikeSnapshot({ name: 'x.snapshot.json', text: '' })).toBe(true)
    expect(looksLikeSnapshot({ name: 'x.json', text: textOf(plan, 2) })).toBe(true)
    expect(looksLikeSnapshot({ name: 'x.plan.json', text: '{"format": "annual-plan"}' })).toBe(false)
  })
})

describe('a snapshot of a released version', () => {
  // never made anew: when one is no longer read, it is the app that is wrong
  const frozen = (name: string): string => readFileSync(join(import.meta.dirname, '../../files', `snapshot-1-${name}.snapshot.json`), 'utf8')

  test.each([
    ['q2', 2, 'sha256:f287717858c8712cdf9865adf7c1d0f0556ab8737647d558fd13097e0e698d2d', ['goal:c']],
    ['year', 'year', 'sha256:db8cdf146426b0c9867fbcbab466bacb7de2180416202e3bf2f9f7d67f45cd4e', ['goal:a', 'goal:b', 'goal:b1', 'goal:b2', 'goal:c', 'goal:d']],
  ] as const)('[K29] of version 1 is read, with all it says: %s', (name, scope, digest, goals) => {
    const snapshot = read(frozen(name))
    expect({ digest: snapshot.digest, scope: snapshot.scope, by: snapshot.by, at: snapshot.at }).toEqual({ digest, scope, by: { replica: 'k3f09ab2c1', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z' })
    expect([...liveGoals(snapshot.view)].map(({ id }) => id).toSorted()).toEqual(goals)
    expect(recordOf(snapshot.view, 'goal:c')).toMatchObject({ title: 'Sign images', quarter: 2, status: 'todo', stretch: true, teams: ['SRE'], tasks: ['T205923'], dependsOn: ['goal:a'], description: 'Signed – für 🚀', owner: 'RelEng', reason: 'r', waitingOn: 'w', carriedFrom: 'goal:a' })
    expect(notesAbout(snapshot.view, 'goal:c').map(({ text, status }) => [text, status])).toEqual([['One', 'inProgress']])
    expect(notesAbout(snapshot.view, 'output:1-1').map(({ text, date, author }) => [text, date, author])).toEqual([['Two', '2018-11', 'RelEng']])
  })
})

describe('what is compared of two snapshots', () => {
  test.each([
    [null, null, 'plan'],
    ['year', null, 'plan'],
    ['year', 'year', 'plan'],
    [2, null, 2],
    [2, 2, 2],
    ['year', 3, 3],
    [1, 2, 'year'],
  ] as const)('[K21] %s and %s: %s', (before, then, scope) => {
    expect([commonScope(before, then), commonScope(then, before)]).toEqual([scope, scope])
  })
})
