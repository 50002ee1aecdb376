import { expect, test } from 'vitest'
import { checkFile } from '../../../electron/cli/check-file.ts'
import { diffFiles } from '../../../electron/cli/diff-files.ts'
import { mergeFiles } from '../../../electron/cli/merge-files.ts'
import { plain } from '../../../electron/cli/outcome.ts'
import { planOfPage } from '../../../electron/cli/plan-of-page.ts'
import { reportFile } from '../../../electron/cli/report-file.ts'
import { showBoard } from '../../../electron/cli/show-board.ts'
import { wikitextOf } from '../../../electron/cli/wikitext-of-plan.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { hostileStrings } from '../../shared/report/hostile-strings.ts'
import { hostileYear } from '../../shared/report/hostile-year.ts'

const year = hostileYear(hostileStrings, 'plan:hostile')
const fileOf = (set: typeof year.mine, name: string): string => writePlanFile({ set, by: { replica: 'mmmmmmmmmm', name }, at: '2018-12-06T16:42:00.000Z', app: 'test' })
const mine = { name: 'mine.plan.json', text: fileOf(year.mine, '\u001b[31m red \u202e') }
const theirs = { name: '\u001b]0;theirs\u0007.plan.json', text: fileOf(year.theirs, '</title>\u009b2J') }
const now = Date.UTC(2018, 11, 6)

/** What moves the cursor of a terminal, colours what follows, rings, or turns the writing round. */
const moving = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu

test('[L6] [L22] two hundred hostile texts in every field move no cursor and turn no writing round in what a person reads, and no program is told to', () => {
  const wiki = wikitextOf(mine)
  const read = {
    check: checkFile({ ...mine, json: false }),
    show: showBoard({ ...mine, quarter: 2 }),
    year: showBoard({ ...mine, quarter: null }),
    diff: diffFiles({ before: mine, after: theirs, json: false }),
  }
  const piped = {
    checkJson: checkFile({ ...mine, json: true }),
    diffJson: diffFiles({ before: mine, after: theirs, json: true }),
  }
  const files = {
    merge: mergeFiles({ base: null, mine, theirs, name: theirs.name, now }),
    wikitext: wiki,
    read: planOfPage({ name: theirs.name, text: wiki.result ?? '', now }),
    report: reportFile({ ...mine, quarter: 2, format: 'markdown', notes: true, now }),
  }
  for (const [name, { exit, result, said }] of Object.entries({ ...read, ...piped, ...files })) {
    const shown = [...said.map((line) => plain(line)), ...(name in files ? [] : [result ?? ''])].join('\n')
    expect({ name, exit, moving: [...new Set(shown.match(moving))] }).toEqual({ name, exit: 0, moving: [] })
    expect({ name, escapes: result?.includes('\u001b') }).toEqual({ name, escapes: false })
  }
  expect(JSON.stringify(JSON.parse(piped.diffJson.result ?? ''))).toContain('\u202eesrever')
  expect(read.show.result).toContain('<img src=x onerror=window.hostile=1>')
  expect(files.merge.said).toHaveLength(281)
})
