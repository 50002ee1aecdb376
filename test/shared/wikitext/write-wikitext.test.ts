import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { splitField } from '../../../shared/model/record-spec.ts'
import { fieldsOf } from '../../../shared/model/records.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { sampleChangeSet } from '../../../shared/sample/tec3-sample.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'
import { writeWikitext } from '../../../shared/wikitext/write-wikitext.ts'
import { anyWrittenPlan } from './any-written-plan.ts'
import { planWith } from '../edits/plan-at-hand.ts'
import { notHeld } from '../wiki/held-cells.ts'
import { first, reviewOf } from '../wiki/page-at-hand.ts'
import { recordsOf } from './written-records.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 150)

function written(set: ChangeSet): string {
  return writeWikitext(createView(set))
}

function readBack(text: string): ReadPage {
  const reading = readPage(text)
  if (!reading.ok) throw new Error(`refused: ${reading.reason} in line ${reading.line}`)
  expect(reading.page.layout).toBe('ownWikitext')
  return reading.page
}

/** What this version knows of an edit, without keys of order that are none. */
function knownPart({ on, set }: Edit): readonly Edit[] {
  const specs = fieldsOf(on)
  return specs === undefined ? [] : [{ on, set: Object.fromEntries(Object.entries(set).filter(([field]) => field !== 'order' && Object.hasOwn(specs, splitField(field).name))) }]
}

function intoNothing(page: ReadPage): ChangeSet {
  return pageChangeSet({ ...page, mine: emptyChangeSet() })
}

describe('a plan as wikitext', () => {
  test('[W110] whatever a plan holds, read back it is the same records, and nothing is left over', () => {
    fc.assert(
      fc.property(anyWrittenPlan, (changes) => {
        const set = foldChanges(changes)
        const page = readBack(written(set))
        expect(page.plan.notUnderstood).toEqual([])
        expect(page.templates).toEqual([])
        expect(notHeld(page.edits.flatMap(knownPart))).toEqual([])
        expect(recordsOf(intoNothing(page))).toEqual(recordsOf(set))
      }),
      { numRuns: runs },
    )
  })

  test('[W111] read into the plan it came from it brings nothing', () => {
    fc.assert(
      fc.property(anyWrittenPlan, (changes) => {
        const set = foldChanges(changes)
        const { nothing, kept, gone, newRecords } = reviewOf(readBack(written(set)), set)
        expect({ nothing, kept, gone, newRecords }).toEqual({ nothing: true, kept: [], gone: [], newRecords: [] })
      }),
      { numRuns: runs },
    )
  })

  test('[W117] whatever was changed since, here or by others whose changes came later, a page that nobody edited brings nothing', () => {
    fc.assert(
      fc.property(anyWrittenPlan, anyWrittenPlan, (changes, others) => {
        const set = foldChanges(changes)
        const now = addChanges(set, others.map((change) => ({ ...change, at: `${change.at.slice(0, 15)}zzzzzzzzzz0` }))).set
        const { nothing, kept, gone, newRecords } = reviewOf(readBack(written(set)), now)
        expect({ nothing, kept, gone, newRecords }).toEqual({ nothing: true, kept: [], gone: [], newRecords: [] })
      }),
      { numRuns: Math.ceil(runs / 3) },
    )
  })

  test('[R44] a list in what is said of a program is a list on the page, and is read back', () => {
    const links = '- [Wikimedia Technology](https://x.example/a)\n  - Below it\n- Annual Plan\nand more'
    const text = written(planWith({ 'plan:p': { title: 'Plan', startsOn: '2018-07-01' }, 'program:p': { code: 'TEC3', title: 'Pipeline', summary: 'Before\n- one', links } }).set)
    expect(text).toContain(['* Program Goals: Before', '** one', '* Links:', '** [https://x.example/a Wikimedia Technology]', '*** Below it', '** Annual Plan<br />and more'].join('\n'))
    expect(readBack(text).edits.find(({ on }) => on === 'program:p')?.set).toMatchObject({ summary: 'Before\n- one', links })
  })

  test('[W110] written again from what was read it is the same text', () => {
    fc.assert(
      fc.property(anyWrittenPlan, (changes) => {
        // which link of a circle is cut follows from the stamps, and these are one after the first reading
        const text = written(intoNothing(readBack(written(foldChanges(changes)))))
        // the first line says which changes were known, and each reading is one of its own
        const below = (whole: string): string => whole.slice(whole.indexOf('\n'))
        expect(below(written(intoNothing(readBack(text))))).toBe(below(text))
      }),
      { numRuns: Math.ceil(runs / 3) },
    )
  })

  test.each([
    ['the TEC3 page', first],
    ['the sample plan', sampleChangeSet()],
  ])('[W110] %s is read back to the last field', (_, set) => {
    const text = written(set)
    if (process.env['SHOW'] !== undefined) console.log(text)
    const page = readBack(text)
    expect(page.plan.notUnderstood).toEqual([])
    expect(recordsOf(intoNothing(page))).toEqual(recordsOf(set))
    expect(reviewOf(page, set)).toMatchObject({ nothing: true, kept: [], gone: [] })
  })
})
