import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf } from '../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { adoptFile } from '../../../shared/file/adopt-file.ts'
import { digestOfText } from '../../../shared/file/digest.ts'
import { planFormatVersion } from '../../../shared/file/plan-file.ts'
import type { PlanFile } from '../../../shared/file/read-plan-file.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { isKnownKind } from '../../../shared/model/records.ts'
import { kindOf } from '../../../shared/model/ids.ts'
import { countPlan } from '../../../shared/plan/plan-counts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { readAny } from '../../../shared/plan/read-record.ts'
import { portraitOf } from '../changes/portrait.ts'
import { unreachedIn } from './mutated/forest.ts'
import { read, writeFile } from './sample-file.ts'

/**
 * A file of every version of the format that ever went out. They are never made anew: when one no longer opens, or
 * reads as something else, it is the app that is wrong. What stands in `expected` was worked out when the file was made.
 */
const folder = join(import.meta.dirname, '../../files')
const frozen = readdirSync(folder)
  .filter((name) => /^plan-file-.+\.plan\.json$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), expected: JSON.parse(readFileSync(join(folder, name.replace('.plan.json', '.expected.json')), 'utf8')) as unknown })) // made beside the file

/** What a file says: its counts, who wrote, what waits, each live record as it reads, and a digest of every cell ever written. */
function toldBy(file: PlanFile): unknown {
  const view = createView(file.set)
  const { records, byStatus, byQuarter } = countPlan(view)
  const cells = [...valuesOf(file.set.records)].reduce((sum, record) => sum + [...cellsOf(record)].length, 0)
  const readings = [...valuesOf(file.set.records)].flatMap((record) => readAny(record) ?? [])
  return {
    planId: file.planId,
    by: file.by,
    at: file.at,
    records,
    byStatus,
    byQuarter: byQuarter.map((each) => each.goals),
    unknown: [...valuesOf(file.set.records)].map(({ id }) => id).filter((id) => !isKnownKind(kindOf(id))),
    conflicts: readings.flatMap((record) => ('reviewed' in record ? [[record.id, record.record, record.earlier, record.later, record.reviewed]] : [])).toSorted(byId),
    goals: readings.flatMap((record) => ('waitingOn' in record ? [[record.id, record.title, record.status, record.quarter, record.teams.join(', '), record.deleted]] : [])).toSorted(byId),
    knows: Object.fromEntries([...file.set.knows].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    cells,
    portrait: digestOfText(portraitOf(file.set)),
  }
}

function byId([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}

test('[F55] there is a frozen file of the first version and of this one', () => {
  expect(frozen.map(({ name }) => name)).toEqual(expect.arrayContaining(['plan-file-1.plan.json', `plan-file-${planFormatVersion}.plan.json`]))
})

describe.each(frozen)('$name', ({ text, expected }) => {
  test('[F55] opens as it was written, and reads as it did then', () => {
    const file = read(text)
    expect(file.byHand).toBeNull()
    expect(JSON.parse(JSON.stringify(toldBy(file)))).toEqual(expected)
    expect(unreachedIn(createView(file.set))).toEqual([])
  })

  test('[F55] is written back in this version with nothing lost: every line of it stands there, to the letter', () => {
    const file = read(text)
    const again = writeFile(file.set)
    expect(JSON.parse(again)).toMatchObject({ version: planFormatVersion })
    expect(portraitOf(read(again).set)).toBe(portraitOf(file.set))
    const lines = (of: string): readonly string[] => of.split('\n').filter((line) => line.startsWith('  {')).map((line) => line.replace(/,$/, ''))
    expect(lines(text).filter((line) => !again.includes(line))).toEqual([])
    expect(lines(text).length).toBeGreaterThan(50)
  })

  test('[F55] is merged into a plan that has it with nothing new, and can be edited by hand', () => {
    const file = read(text)
    expect(mergeChangeSets(file.set, read(text).set).set).toBe(file.set)
    const byHand = read(text.replace(/("id":"goal:sample-portal".*?"title":")/, '$1By hand: '))
    expect(byHand.byHand).not.toBeNull()
    const merge = mergeChangeSets(file.set, adoptFile({ file: byHand, name: 'x', mine: file.set, now: Date.UTC(2020, 0, 1) }))
    expect(merge.changedFields.map(({ on, field }) => [on, field])).toEqual([['goal:sample-portal', 'title']])
    expect(adoptFile({ file: byHand, name: 'x', mine: emptyChangeSet(), now: 0 }).records.size).toBe(file.set.records.size)
  })
})

test('[F49] of a newer minor version what this one doesn’t know is kept, and written back to the letter where it stands in a line', () => {
  for (const { text } of frozen) {
    const row = '  {"id":"goal:newer","title":"Newer","colour":"red","effort":{"days":[1,2.5],"by":null},"watchers":["Core","SRE"],"at":{"*":"00jxhqio80-000-relengdesk0"}}'
    const risks = ' "risks": [\n  {"id":"risk:newer","about":"goal:newer","odds":0.25,"at":{"*":"00jxhqio80-000-relengdesk0"}}\n ],\n'
    const newer = text.replace(/"version": [\d.]+/, '"version": 1.9').replace(/(\n "goals": \[\n)/, `$1${row},\n`).replace('\n "notes": [', `\n${risks} "notes": [`)
    const raw = JSON.parse(newer) as Record<string, unknown>
    const knows = { ...(raw['knows'] as Record<string, string>), relengdesk0: '00jxhqio80-000-relengdesk0' }
    const { digest: _, ...rest }: Record<string, unknown> = { ...raw, knows }
    const content = Object.entries(rest).filter(([key]) => !['$schema', 'app', 'by', 'at'].includes(key))
    const file = read(JSON.stringify({ ...rest, digest: digestOfText(JSON.stringify(Object.fromEntries(content))) }))
    expect(file.byHand).toBeNull()
    const again = writeFile(file.set)
    // fields nobody knows come after those this version knows, sorted
    expect(again).toContain('\n  {"id":"goal:newer","title":"Newer","colour":"red","effort":{"days":[1,2.5],"by":null},"watchers":["Core","SRE"],"at":{"*":"00jxhqio80-000-relengdesk0"}}')
    expect(again).toContain('\n  {"id":"risk:newer","about":"goal:newer","odds":0.25,"at":{"*":"00jxhqio80-000-relengdesk0"}}')
    expect(portraitOf(read(again).set)).toBe(portraitOf(file.set))
  }
})
