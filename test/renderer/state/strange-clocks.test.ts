import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { stampsAhead } from '../../../shared/changes/merge.ts'
import { formatStamp, msOf } from '../../../shared/changes/stamp.ts'
import { resumeWindowClock } from '../../../shared/changes/writer.ts'
import { adoptFile } from '../../../shared/file/adopt-file.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import type { PlanStore } from '../../../renderer/state/plan-store.ts'
import { read, refusalOf, signed, writeFile } from '../../shared/file/sample-file.ts'
import { planAtWork } from './plan-at-work.ts'

const now = Date.UTC(2018, 11, 6)
const minute = 60_000
const day = 86_400_000
const year = 365 * day
const at = (ms: number, writer = 'bbbbbbbbbb0'): string => formatStamp({ ms, counter: 0, writer })

const base: readonly Change[] = [
  { at: at(now - 30 * day), on: 'plan:t', set: { title: 'P', startsOn: '2018-07-01' } },
  { at: at(now - 30 * day), on: 'goal:a', set: { title: 'Deploy', status: 'todo' } },
  { at: at(now - 30 * day), on: 'goal:b', set: { title: 'Measure', status: 'todo' } },
]

const file = { name: 'theirs.plan.json', by: 'SRE laptop', reviewed: [], changes: 1 }
const act = (store: PlanStore, on: Change['on'], set: Change['set']): void => store.getState().act({ action: 'goalChanged', subject: '' }, [{ on, set }])
const cell = (store: PlanStore, on: Change['on'], field: string): { readonly value: unknown; readonly ms: number } => {
  const winner = winnerOf(recordIn(store.getState().view.set, on), field)
  return { value: winner?.value, ms: msOf(winner?.at ?? '') }
}

/** A colleague's file, written by a clock that is so far ahead; read as a file, so through every check. */
function aheadBy(ms: number): ChangeSet {
  const set = foldChanges([...base, { at: at(now + ms), on: 'goal:a', set: { status: 'done' } }, { at: at(now + ms), on: 'replica:bbbbbbbbbb', set: { name: 'SRE laptop' } }])
  return adoptFile({ file: read(writeFile(set)), name: file.name, mine: foldChanges(base), now })
}

describe('a file of which the clock is ahead', () => {
  test.each([
    ['6 minutes', 6 * minute, false],
    ['a day', day, false],
    ['a day and a millisecond', day + 1, true],
    ['a year', year, true],
    ['8,000 years', 8_000 * year, true],
  ])('[F48] by %s: held back and told from more than a day on; merged all the same, the clock here is not dragged along and what is edited later counts', (_, ms, isHeld) => {
    const theirs = aheadBy(ms)
    expect(stampsAhead({ set: theirs, known: new Map(), now })).toEqual(isHeld ? [{ replica: 'bbbbbbbbbb', byMs: ms }] : [])
    const { store, time } = planAtWork({ set: foldChanges(base) })
    store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs, edits: [], file })
    expect(cell(store, 'goal:a', 'status').value).toBe('done')
    // what they wrote is replaced by what is written here now, whatever its stamp says
    act(store, 'goal:a', { status: 'blocked' })
    expect(cell(store, 'goal:a', 'status').value).toBe('blocked')
    expect(cell(store, 'goal:a', 'status').ms).toBeGreaterThanOrEqual(now + ms)
    // anything else is written under the clock of this computer, now and after a restart
    act(store, 'goal:b', { status: 'done' })
    expect(cell(store, 'goal:b', 'status').ms - now).toBe(isHeld ? 0 : ms)
    time.now += 10 * minute
    act(store, 'goal:b', { status: 'stalled' })
    expect(cell(store, 'goal:b', 'status')).toEqual({ value: 'stalled', ms: isHeld ? now + 10 * minute : now + Math.max(ms, 10 * minute) })
    const again = resumeWindowClock({ replica: 'aaaaaaaaaa', slot: 0, knows: store.getState().view.set.knows, now: time.now })
    expect(again.usual.ms).toBeLessThanOrEqual(time.now + day)
    // and the file again, which wins over nobody
    store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs, edits: [], file })
    expect([cell(store, 'goal:a', 'status').value, cell(store, 'goal:b', 'status').value]).toEqual(['blocked', 'stalled'])
  })

  test('[F48] one that says in its list of writers what it never wrote drags nobody along: only what stands in it counts', () => {
    const raw = JSON.parse(writeFile(foldChanges(base))) as Record<string, unknown>
    const text = signed({ ...raw, knows: { bbbbbbbbbb0: at(now + 8_000 * year), aaaaaaaaaa0: at(now + year, 'aaaaaaaaaa0') } })
    expect([...read(text).set.knows.values()]).toEqual([at(now - 30 * day)])
  })

  test('[F48] beyond the last stamp after which one can still be written it is refused with the place', () => {
    const raw = JSON.parse(writeFile(foldChanges(base))) as { readonly goals: readonly Record<string, unknown>[] }
    const [first, ...others] = raw.goals
    const text = signed({ ...raw, goals: [{ ...first, at: { '*': '4000000000-000-bbbbbbbbbb0' } }, ...others] })
    expect(refusalOf(text)).toBe('goals[0].at.*: "4000000000-000-bbbbbbbbbb0" is not a stamp')
  })
})

describe('the file of a copied profile', () => {
  test('[F48] with another value under the same stamp: both are kept, one conflict waits, and this computer learns that it was copied', () => {
    const { store, copied } = planAtWork({ set: foldChanges(base) })
    act(store, 'goal:a', { title: 'Deploy here' })
    const mine = winnerOf(recordIn(store.getState().view.set, 'goal:a'), 'title')
    const theirs = read(writeFile(addChanges(foldChanges(base), [{ at: mine?.at ?? '', on: 'goal:a', set: { title: 'Deploy there' } }]).set)).set
    store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs, edits: [], file })
    const { view } = store.getState()
    const record = recordIn(view.set, 'goal:a')
    const under = [...(record?.winners ?? []), ...(record?.losers ?? [])].filter((each) => each.field === 'title' && each.at === mine?.at)
    expect(new Set(under.map(({ value }) => value))).toEqual(new Set(['Deploy here', 'Deploy there']))
    expect(openConflicts(view).map(({ on, field }) => [on, field])).toEqual([['goal:a', 'title']])
    expect(copied.times).toBe(1)
  })
})
