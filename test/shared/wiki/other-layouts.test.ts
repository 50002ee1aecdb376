import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasKind } from '../../../shared/model/ids.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 200)

function read(text: string, words: readonly string[] = []): ReadPage {
  const reading = readPage(text, words)
  if (!reading.ok) throw new Error(`refused: ${reading.reason} in line ${reading.line}`)
  return reading.page
}

function setsOf(page: ReadPage, kind: 'goal' | 'note' | 'outcome' | 'output' | 'program'): readonly Readonly<Record<string, unknown>>[] {
  return page.edits.filter(({ on }) => hasKind(on, kind)).map(({ set }) => set)
}

function membersOf(set: Readonly<Record<string, unknown>> | undefined, field: string): readonly string[] {
  return Object.keys(set ?? {}).filter((name) => name.startsWith(`${field}/`)).map((name) => name.slice(field.length + 1))
}

const table = [
  'TEC9: Faster pages',
  'Goals for FY19/20',
  '',
  'Outcome\tObjective\tWork\tTeams\tDependencies\tETA\tStatus',
  'Outcome 1: Pages open faster\tObjective 1.1: Measure them\tCollect timings from browsers T205923\tPerf, SRE\tAnalytics\tQ1\tYes Done',
  '\t\tShow the timings to everyone\tPerf\t\tQ2\tIn progress In progress, waiting for hardware',
  'Outcome 2: Pages are smaller\tObjective 2.1: Fewer scripts\tTake out what nobody uses',
  'and what is loaded twice\tWeb\tNone\tJanuary 2020\tN Postponed - no time',
  '\t\tPack the rest\tWeb\t\t\t',
].join('\n')

describe('a table of goals', () => {
  test('[W120] with tabs between cells is a goal a row: its outcome, objective, teams, dependencies, quarter and status', () => {
    const page = read(table)
    expect([page.layout, page.plan.title, page.plan.startsOn, page.plan.notUnderstood]).toEqual(['table', 'TEC9 Faster pages', '2019-07-01', []])
    expect(setsOf(page, 'outcome').map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Pages open faster'],
      ['2', 'Pages are smaller'],
    ])
    expect(setsOf(page, 'output').map(({ number, title }) => [number, title])).toEqual([
      ['1.1', 'Measure them'],
      ['2.1', 'Fewer scripts'],
    ])
    expect(setsOf(page, 'goal').map((set) => [set['title'], set['quarter'], set['status'], membersOf(set, 'teams'), membersOf(set, 'dependsOn'), membersOf(set, 'tasks')])).toEqual([
      ['Collect timings from browsers', 1, 'done', ['Perf', 'SRE'], ['Analytics'], ['T205923']],
      ['Show the timings to everyone', 2, 'inProgress', ['Perf'], [], []],
      ['Take out what nobody uses and what is loaded twice', 3, 'postponed', ['Web'], [], []],
      ['Pack the rest', null, 'todo', ['Web'], [], []],
    ])
    expect(setsOf(page, 'note').map(({ text }) => text)).toEqual(['In progress waiting for hardware', 'Postponed no time\n\nETA: January 2020'])
  })

  test('[W120] columns stand in whatever order the head says, and what a goal has no place for is a note of it', () => {
    const page = read(['Plan for FY19/20', 'Status\tOwner\tGoal\tRisk\tNotes', 'fertig\tSRE lead\tShip it\thigh\tJuly 23, 2019 - began', 'Blocked\t\tSail it\t\t'].join('\n'), ['Fertig=done'])
    expect(setsOf(page, 'goal').map(({ title, status, output }) => [title, status, output])).toEqual([
      ['Ship it', 'done', null],
      ['Sail it', 'blocked', null],
    ])
    expect(setsOf(page, 'note').map(({ text, date }) => [date, text])).toEqual([['2019-07-23', 'began\n\nOwner: SRE lead\n\nhigh']])
    expect(page.plan.notUnderstood).toEqual([])
  })

  test('[W122] a status and a time that name none are listed with their line, and kept as words', () => {
    const page = read(['Plan for FY19/20', 'Goal\tETA\tStatus', 'Ship it\tsomeday\tWeird', 'Sail it\tQ2\tDone', 'Sink it\t\t'].join('\n'))
    expect(page.plan.notUnderstood).toEqual([{ line: 3, text: 'Weird' }, { line: 3, text: 'someday' }])
    expect(setsOf(page, 'goal').map(({ title, status }) => [title, status])).toEqual([['Ship it', 'todo'], ['Sail it', 'done'], ['Sink it', 'todo']])
    expect(setsOf(page, 'note').map(({ text }) => text)).toEqual(['Weird\n\nETA: someday'])
  })

  test('[W121] a wikitext table is read the same, with cells over several rows, attributes and lines of a cell', () => {
    const page = read(['== Goals for FY19/20 ==', '{| class="wikitable"', '! Outcome !! Work', '! Teams', '! ETA', '! Status', '|-', '| rowspan="2" | Outcome 1: Pages open faster', '| Collect timings', '* from browsers', '| Perf || Q1 || {{Done}}', '|-', '| style="color:red" | [[Page|Show]] them {{Phabricator|T1}}', '| SRE', '| Q2', '| {{In progress}} soon', '|}', 'Some words below.'].join('\n'))
    expect(page.layout).toBe('table')
    expect(setsOf(page, 'goal').map((set) => [set['title'], set['quarter'], set['status'], membersOf(set, 'teams'), membersOf(set, 'tasks')])).toEqual([
      ['Collect timings from browsers', 1, 'done', ['Perf'], []],
      ['Show them', 2, 'inProgress', ['SRE'], ['T1']],
    ])
    expect(setsOf(page, 'outcome').map(({ title }) => title)).toEqual(['Pages open faster'])
    expect(page.plan.notUnderstood.map(({ text }) => text)).toEqual(['Some words below.'])
  })

  test('[W122] headings of quarters count for the rows below, and rows without a goal are listed', () => {
    const page = read(['Plan FY19/20', 'Q2 edit', 'Goal\tTeam\tStatus', 'Ship it\tSRE\tDone', '\tSRE\tDone', 'Q3 edit', 'Goal\tTeam\tStatus', 'Sail it\tSRE\tTo do'].join('\n'))
    expect(setsOf(page, 'goal').map(({ title, quarter }) => [title, quarter])).toEqual([
      ['Ship it', 2],
      ['Sail it', 3],
    ])
    expect(page.plan.notUnderstood).toEqual([{ line: 5, text: 'SRE Done' }])
  })
})

const sections = [
  'Deployment goals, FY19/20[edit]',
  '',
  'Service Operations[edit]',
  'Move services to the new cluster',
  '  • July 23, 2019 - In progress',
  '  • August 20, 2019 - Yes Done - the last one moved',
  '      • it was the smallest',
  'Write down how T205923',
  '  • November 5, 2019: Stalled, nobody has time',
  '',
  'Release Engineering[edit]',
  '  • Build images',
  '      • July 23, 2019 - To do',
  '',
].join('\n')

describe('goals by team', () => {
  test('[W125] a heading is a team, what stands over dated bullets a goal, and each bullet a note with its status', () => {
    const page = read(sections)
    expect([page.layout, page.plan.title, page.plan.startsOn, page.plan.notUnderstood]).toEqual(['teamSections', 'Deployment goals, FY19/20', '2019-07-01', []])
    expect(setsOf(page, 'goal').map((set) => [set['title'], set['quarter'], set['status'], membersOf(set, 'teams'), membersOf(set, 'tasks')])).toEqual([
      ['Move services to the new cluster', 1, 'done', ['Service Operations'], []],
      ['Write down how', 2, 'stalled', ['Service Operations'], ['T205923']],
      ['Build images', 1, 'todo', ['Release Engineering'], []],
    ])
    expect(setsOf(page, 'note').map(({ date, text, status }) => [date, status, text])).toEqual([
      ['2019-07-23', 'inProgress', 'In progress'],
      ['2019-08-20', 'done', 'Done the last one moved\n\n- it was the smallest'],
      ['2019-11-05', 'stalled', 'Stalled nobody has time'],
      ['2019-07-23', 'todo', 'To do'],
    ])
    expect(setsOf(page, 'outcome')).toEqual([])
  })

  test('[W125] what is neither is listed, and the page read again is the same', () => {
    const page = read(sections.replace('Write down how', 'Please keep this short.\nWrite down how'))
    expect(page.plan.notUnderstood.map(({ text }) => text)).toEqual(['Please keep this short.'])
    expect(read(sections)).toEqual(read(sections))
  })
})

describe('whatever the layout', () => {
  const lines = fc.constantFrom(...table.split('\n'), ...sections.split('\n'), '{|', '|-', '| a || b', '|}', '', 'Q2 edit', 'Goal\tStatus\tx', '\t', '\t\t\t\t\t\t\t\t', 'In progress', '• July 2019', 'words. of words', '  • bullet')

  test('[W126] nothing is thrown, and each line that isn’t blank is part of the plan or listed, word by word', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 25 }), (list) => {
        const text = ['FY19/20', ...list].join('\n')
        const reading = readPage(text)
        if (!reading.ok || !['table', 'teamSections'].includes(reading.page.layout)) return
        const { plan, edits } = reading.page
        const said = new Set([JSON.stringify([edits, plan.proposals]).replaceAll('\\n', ' '), plan.title, ...plan.notUnderstood.map((each) => each.text)].join(' ').toLowerCase().match(/[\p{L}\p{N}]+/gu))
        const missing = text.split('\n').filter((line) => !/^(?:Outcome|Goal)\t|edit\]?$|^\{\||^\|/.test(line)).flatMap((line) => (line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !said.has(word) && !syntax.has(word)))
        expect(missing).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test('[W126] hostile tables and lists take no longer than others', () => {
    const wide = `Goal\tTeam\tStatus\n${'a\tb\tDone\n'.repeat(2_000)}`
    const open = `Goal\tTeam\tStatus\n${'a\n'.repeat(20_000)}`
    const cells = `Goal\tTeam\tStatus\n${`${'\t'.repeat(19_000)}\n`.repeat(10)}`
    const spans = `{|\n! Goal !! Team !! Status\n${'|-\n| rowspan=999 | a || rowspan=999 | b || c\n'.repeat(1_200)}`
    const dated = `Team\nGoal\n${'• July 23, 2019 - Done\n'.repeat(2_000)}`
    const goals = 'Goal\n• July 23, 2019 - Done\n'.repeat(1_500)
    for (const text of [wide, open, cells, spans, dated, goals]) expect(readPage(`FY19/20\n${text}`).ok).toBe(true)
  })
})

// what a row, a date or a mark says by being one
const syntax = new Set(['outcome', 'objective', 'goals', 'goal', 'for', 'in', 'progress', 'yes', 'n', 'none', 'july', 'august', 'november', 'january', '23', '20', '5', '2019', '2020', 'q1', 'q2', 'fy19', 't205923', 'done', 'to', 'do', 'stalled', 'postponed', 'tec9', 'edit', '1', '2', '1.1', '2.1'])
