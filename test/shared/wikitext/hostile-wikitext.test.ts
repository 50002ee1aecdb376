import { expect, test } from 'vitest'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { isSafeAddress } from '../../../shared/markdown/safe-address.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { readPage } from '../../../shared/wiki/read-page.ts'
import { writeWikitext } from '../../../shared/wikitext/write-wikitext.ts'
import { hostileStrings } from '../report/hostile-strings.ts'
import { hostileYear } from '../report/hostile-year.ts'
import { reviewOf } from '../wiki/page-at-hand.ts'
import { recordsOf } from './written-records.ts'

const { mine, theirs } = hostileYear(hostileStrings, 'plan:hostile')
const text = writeWikitext(createView(mine))

test('[W110] [W111] a year of two hundred hostile texts in every field is read back to the same records, and brings nothing to its plan', () => {
  const reading = readPage(text)
  if (!reading.ok) throw new Error(`refused: ${reading.reason} in line ${reading.line}`)
  expect(reading.page.plan.notUnderstood).toEqual([])
  expect(reading.page.templates).toEqual([])
  expect(recordsOf(pageChangeSet({ ...reading.page, mine: emptyChangeSet() }))).toEqual(recordsOf(mine))
  const { nothing, kept, gone, newRecords } = reviewOf(reading.page, mine)
  expect({ nothing, kept, gone, newRecords }).toEqual({ nothing: true, kept: [], gone: [], newRecords: [] })
})

test('[W111] read into another copy of the plan it is told from what that copy says', () => {
  const reading = readPage(text)
  expect(reading.ok && reviewOf(reading.page, theirs).nothing).toBe(false)
})

test('[W110] it has no template, tag, link or heading but those that are written for it', () => {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '')
  expect(bare).not.toMatch(/<!--|-->|~~~|__[A-Z]+__/)
  const kinds = (pattern: RegExp): readonly string[] => [...new Set([...bare.matchAll(pattern)].map(([, kind = '']) => kind))].toSorted()
  const statuses = ['Blocked', 'Done', 'In progress', 'Partially done', 'Postponed', 'Stalled', 'To do']
  expect([kinds(/<\/?([a-z]+)/gi), kinds(/\{\{([^|}]*)/g), kinds(/\[\[([^|\]]*)/g)]).toEqual([['br', 'code'], statuses, []])
  expect(kinds(/^(=+|\{\||\|[-}]?|----|#REDIRECT)/gm)).toEqual(['==', '===', '====', '====='])
  const addresses = kinds(/\[(\S+) /g)
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((address) => !isSafeAddress(address))).toEqual([])
})
