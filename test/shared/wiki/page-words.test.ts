import { describe, expect, test } from 'vitest'
import { headingOf } from '../../../shared/wiki/sections/headings.ts'
import { createNameIndex } from '../../../shared/wiki/text/name-match.ts'
import { toMarkdown } from '../../../shared/wiki/text/note-markdown.ts'
import { dateAtStart } from '../../../shared/wiki/text/page-date.ts'
import { linesOf } from '../../../shared/wiki/text/page-lines.ts'
import { yearIn, yearOf } from '../../../shared/wiki/sections/read-program.ts'
import { reasonIn } from '../../../shared/wiki/text/reason-words.ts'
import { teamNames, teamsByName } from '../../../shared/wiki/text/team-names.ts'

describe('dates', () => {
  test.each([
    ['August 10, 2018', '2018-08-10'],
    ['February 5,2019', '2019-02-05'],
    ['Feb 5 , 2019', '2019-02-05'],
    ['Sept. 3rd, 2019', '2019-09-03'],
    ['5 February 2019', '2019-02-05'],
    ['2019-02-05', '2019-02-05'],
    ['July 2018', '2018-07'],
    ['FEB 2019', '2019-02'],
    ['May 2019 - we met', '2019-05'],
  ])('[W39] "%s" is %s', (text, value) => {
    expect(dateAtStart(text)?.date).toEqual({ value, precision: value.length === 10 ? 'day' : 'month' })
  })

  test.each(['February 30, 2019', 'Foo 2019', 'March', '2019', 'on May 2019', 'May 20191', '2019-13-01', 'July 0000'])('[W39] "%s" is none', (text) => {
    expect(dateAtStart(text)).toBeNull()
  })
})

describe('fiscal years', () => {
  test.each([
    ['Program Goals and Status for FY18/19', '2018-07-01'],
    ['FY2018-2019', '2018-07-01'],
    ['Annual Plans/FY2019/TEC3', '2018-07-01'],
    ['FY 19', '2018-07-01'],
    ['no year', null],
    ['FY00', null],
  ])('[W3] %s begins on %s', (text, startsOn) => {
    expect(yearIn(text)).toBe(startsOn)
  })

  test('[W3] a date falls in the year from the July before it', () => {
    expect([yearOf('2018-07'), yearOf('2019-06-30'), yearOf('2019-07-01')]).toEqual(['2018-07-01', '2018-07-01', '2019-07-01'])
  })
})

describe('headings', () => {
  const read = (text: string) => {
    const [line] = linesOf({ text, most: 1 })
    return line === undefined ? null : headingOf(line)
  }

  test('[W5] a section is known with and without its link, label and spacing', () => {
    expect(read('Outcome 3 / Output 3.1 (SRE / ServiceOps & RelEng) edit')).toEqual({ kind: 'section', outcome: '3', outputs: ['3.1'], teams: ['SRE', 'ServiceOps', 'RelEng'] })
    expect(read('outcome 12/output 12.1+12.2, 12.3 and 12.3')).toEqual({ kind: 'section', outcome: '12', outputs: ['12.1', '12.2', '12.3'], teams: [] })
    expect(read('Outcome 3: Outputs 3.1 & 3.2 [edit | edit source]')).toMatchObject({ outputs: ['3.1', '3.2'] })
    expect(read('Outcome 3 / Output')).toBeNull()
    expect(read('• Outcome 3 / Output 3.1')).toBeNull()
  })

  test('[W5] a line that only ends in such letters is no heading', () => {
    expect(['We took credit', 'Goals and more', 'Status quo', 'Q5', 'credit'].map(read)).toEqual([null, null, null, null, null])
    expect(['edit', '[edit]', 'edit source'].map(read)).toEqual([{ kind: 'edit' }, { kind: 'edit' }, { kind: 'edit' }])
  })
})

describe('names', () => {
  test('[W6] a label names its teams', () => {
    expect(teamNames('SRE / ServiceOps & RelEng + Core Platform, SRE')).toEqual(['SRE', 'ServiceOps', 'RelEng', 'Core Platform'])
    expect(teamNames('SRE team and Data teams')).toEqual(['SRE', 'Data'])
    expect(teamNames(' , / ')).toEqual([])
  })

  test('[W27] a team called by two names is known by the short one', () => {
    const byName = teamsByName(['RelEng', 'Release Engineering', 'ServiceOps', 'Service Operations', 'SRE', 'Core Platform', 'Site Reliability Engineering'])
    expect(Object.fromEntries(byName)).toEqual({ RelEng: 'RelEng', 'Release Engineering': 'RelEng', ServiceOps: 'ServiceOps', 'Service Operations': 'ServiceOps', SRE: 'SRE', 'Core Platform': 'Core Platform', 'Site Reliability Engineering': 'SRE' })
  })

  const titles = ['Deploy zotero v2 to the pipeline', 'Deploy blubberoid', 'Migration of more services', 'Add dedicated nodes', 'Deploy eventgate']
  const { namedBy } = createNameIndex({ things: titles.map((title, key) => ({ key, title, stretch: key === 3 })), common: ['Deployment pipeline', 'Migration of services'] })
  test.each<readonly [string, readonly number[]]>([
    ['Zotero is', [0]],
    ['Blubber will be', [1]],
    ['Migration should be', [2]],
    ['The addition of the dedicated nodes is', [3]],
    ['one service (event gate) going through the pipeline', [4]],
    ['zotero and blubberoid are', [0, 1]],
    ['the stretch goal was', [3]],
    ['This is still', []],
    ['Deploying services', []],
  ])('[W31] "%s" names what it names', (clause, keys) => {
    expect(namedBy(clause).toSorted((a, b) => a - b)).toEqual(keys)
  })
})

describe('words of a note', () => {
  const clause = (text: string, after = '') => ({ line: 1, text, mark: null, after, quote: '' })

  test('[W28] the reason is what follows the mark, else what leads to it; who is waited for ends with the phrase', () => {
    expect(reasonIn(clause('This is still', 'we are waiting on other teams'))).toEqual({ reason: 'we are waiting on other teams', waitingOn: 'other teams' })
    expect(reasonIn(clause('This goal is currently in danger'))).toEqual({ reason: 'in danger', waitingOn: '' })
    expect(reasonIn(clause('This is', 'waiting for the review board, as ever'))).toMatchObject({ waitingOn: 'the review board' })
    expect(reasonIn(clause('', ''))).toEqual({ reason: '', waitingOn: '' })
  })

  const markdown = (text: string): string => toMarkdown(linesOf({ text, most: 100 }).map((line) => ({ line, wording: line.plain })))

  test('[W14] lists keep their levels and paragraphs stay apart', () => {
    expect(markdown('First\nsecond\n\n    • in\n      • deeper\n    • in again\nlast')).toBe('First\n\nsecond\n\n- in\n  - deeper\n- in again\n\nlast')
  })

  test('[W14] what looks like markup on the page is words in the note', () => {
    expect(markdown('*a* _b_ snake_case `c` <b> [x](y) ~~z~~')).toBe(String.raw`\*a\* \_b\_ snake_case \`c\` \<b> \[x\](y) \~~z\~~`)
    expect(markdown('# no heading')).toBe(String.raw`\# no heading`)
    expect(markdown('12. no list')).toBe(String.raw`12\. no list`)
    expect(markdown('• - no list within')).toBe(String.raw`- \- no list within`)
  })
})
