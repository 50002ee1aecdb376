import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GoalsPage } from '../../../shared/wiki/goals-page.ts'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { readPageLines } from '../../../shared/wiki/sections/read-goals-page.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'
import { isWikitext, wikitextLines } from '../../../shared/wiki/source/wikitext-lines.ts'
import { pageOf, realPage } from './goals-page-text.ts'
import { droppedFrom } from './line-account.ts'
import { wikitextOf } from './wikitext-of-page.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 200)

function wikiPage({ goals = ['* Do it'], status = [], head = [] }: { readonly goals?: readonly string[]; readonly status?: readonly string[]; readonly head?: readonly string[] }): string {
  return ['== Program Goals and Status for FY18/19 ==', ...head, '== Q1 ==', '=== Outcome 1 / Output 1.1 (SRE + RelEng) ===', 'What shall be true', '', 'What is made for it', '==== Goals ====', ...goals, '==== Status ====', ...status].join('\n')
}

function read(text: string, words: readonly string[] = []): ReadPage {
  const reading = readPage(text, words)
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`)
  expect(reading.page.layout).toBe('wikitext')
  return reading.page
}

/** Title, status and tasks of each goal. */
function goalsIn(page: ReadPage): readonly (readonly unknown[])[] {
  return page.edits.filter(({ on }) => on.startsWith('goal:')).map(({ set }) => [set['title'], set['status'], ...Object.keys(set).filter((field) => field.startsWith('tasks/')).map((field) => field.slice(6))])
}

function notesIn(page: ReadPage): readonly unknown[] {
  return page.edits.filter(({ on }) => on.startsWith('note:')).map(({ set }) => set['text'])
}

function linesOf(text: string): GoalsPage {
  const page = readPageLines(wikitextLines({ text, words: [], most: 100_000 }).lines)
  if (!page.ok) throw new Error(page.reason)
  return page.page
}

describe('the source of a goals page', () => {
  test('[W100] is read to the same plan as the page that it makes, line for line', () => {
    const source = wikitextOf(realPage)
    expect(isWikitext(source)).toBe(true)
    expect(isWikitext(realPage)).toBe(false)
    expect(pageToPlan({ page: linesOf(source) })).toEqual(pageToPlan({ page: pageOf(realPage) }))
  })

  test.each([
    ['{{Done}}', 'done'],
    ['{{ done }}', 'done'],
    ['{{Template:In_progress}}', 'inProgress'],
    ['{{Partially done}}', 'partiallyDone'],
    ['{{Blocked}}', 'blocked'],
    ['{{Stalled}}', 'stalled'],
    ['{{Postponed}}', 'postponed'],
    ['{{To do}}', 'todo'],
    ['{{Status|done}}', 'done'],
    ['{{status|1=In progress}}', 'inProgress'],
    ["'''{{Done}}'''", 'done'],
  ])('[W101] %s is a status', (template, status) => {
    expect(goalsIn(read(wikiPage({ goals: [`* Deploy service Y ${template}`, '* Other'] })))[0]).toEqual(['Deploy service Y', status])
  })

  test('[W101] what a status template says besides is words of the page', () => {
    expect(goalsIn(read(wikiPage({ goals: ['* Deploy {{done|in July}} it'] })))).toEqual([['Deploy in July it', 'done']])
    expect(notesIn(read(wikiPage({ status: ["'''Note: July 2018'''", '{{Status|done|as planned}} and{{Blocked}}by rain'] })))).toEqual(['Done as planned and Blocked by rain'])
  })

  test('[W102] a template that nobody knows stays as it is written and is listed with its line', () => {
    const page = read(wikiPage({ goals: ['* Deploy {{Foo|bar}}', '* {{Fertig}} Ship', '{{Infobox', '| a = b', '}}'] }))
    expect(goalsIn(page).map(([title]) => title)).toEqual(['Deploy {{Foo|bar}}', '{{Fertig}} Ship'])
    expect(page.templates).toEqual([
      { line: 8, name: 'Foo', text: '{{Foo|bar}}' },
      { line: 9, name: 'Fertig', text: '{{Fertig}}' },
      { line: 10, name: 'Infobox', text: '{{Infobox' },
    ])
  })

  test('[W103] a plan’s own words for statuses are read as such, in templates of their name and within others', () => {
    const page = read(wikiPage({ goals: ['* Deploy {{Fertig}}', '* Ship {{status|läuft}}', '* Sink {{nonsense}}'] }), ['Fertig=done', 'läuft=inProgress', 'nonsense=nothing', '=done'])
    expect(goalsIn(page)).toEqual([
      ['Deploy', 'done'],
      ['Ship', 'inProgress'],
      ['Sink {{nonsense}}', 'todo'],
    ])
    expect(page.templates.map(({ name }) => name)).toEqual(['nonsense'])
  })

  test.each([
    ['{{Phabricator|T1}}', 'T1'],
    ['{{phab|t205923}}', 'T205923'],
    ['{{Phabricator|205923}}', 'T205923'],
    ['[[phab:T1|T1]]', 'T1'],
    ['[[phabricator:T1]]', 'T1'],
    ['[https://phabricator.wikimedia.org/T205923 T205923]', 'T205923'],
    ['T205923', 'T205923'],
  ])('[W104] %s is a task', (link, task) => {
    expect(goalsIn(read(wikiPage({ goals: [`* Deploy it - ${link}`] })))).toEqual([['Deploy it', 'todo', task]])
  })

  test('[W104] at the end of a goal or in brackets there a task needs no link; elsewhere, and in notes, it is words', () => {
    const page = read(wikiPage({ goals: ['* Build it T3', '* Ship it {{Done}} (T4, T12)', '* Move T5 things'], status: ['===== Note: July 3, 2018 =====', '* See T3'] }))
    expect(goalsIn(page)).toEqual([['Build it', 'todo', 'T3'], ['Ship it', 'done', 'T4', 'T12'], ['Move T5 things', 'todo']])
    expect(notesIn(page)).toEqual(['- See T3'])
  })

  test('[W104] several tasks are several, and a link with words of its own keeps them', () => {
    expect(goalsIn(read(wikiPage({ goals: ['* Deploy {{phab|T1}}, {{phab|T2}}', '* See [[phab:T205923|the report]] first', '* No {{ptag|Releng}} task'] })))).toEqual([
      ['Deploy', 'todo', 'T1', 'T2'],
      ['See the report - task T205923 first', 'todo', 'T205923'],
      ['No {{ptag|Releng}} task', 'todo'],
    ])
  })

  test('[W105] markup shows what it shows on the page: links their words, addresses beside them, and nothing of comments', () => {
    const page = read(wikiPage({ status: ["; Note: July 3, 2018", "A '''bold''' and ''slanted'' [[Some page|page]] of [[Home]], [https://e.org/x the docs] and https://e.org/y<!-- hidden -->.<ref>A source</ref> <small>small</small><br>next &amp; &#60;tag&#62; {{!}}<nowiki>{{Done}} [[x]]</nowiki>"] }))
    expect(notesIn(page)).toEqual(['A bold and slanted page of Home, the docs (https://e.org/x) and https://e.org/y. (A source) small next & \\<tag> {{!}}{{Done}} \\[\\[x\\]\\]'])
  })

  test('[W105] what shows no words, categories, pictures and switches, is listed', () => {
    const page = read(`${wikiPage({ goals: ['* Do it [[File:Tick.svg|20px]]'] })}\n[[Category:Goals]]\n__NOTOC__\n`)
    expect(page.plan.notUnderstood).toEqual([
      { line: 8, text: '[[File:Tick.svg|20px]]' },
      { line: 10, text: '[[Category:Goals]]' },
      { line: 11, text: '__NOTOC__' },
    ])
    expect(notesIn(page)).toEqual([])
  })

  test('[W105] a line that goes on with a bullet is no goal, and is listed', () => {
    const page = read(wikiPage({ goals: ['* One', '*: goes on', '* Two', '** Within'] }))
    expect(goalsIn(page).map(([title]) => title)).toEqual(['One', 'Two', 'Within'])
    expect(page.plan.notUnderstood).toEqual([{ line: 9, text: 'goes on' }])
  })
})

interface Part {
  readonly source: string
  readonly shown: string
}

const pairs: readonly (readonly [string, string])[] = [
  ['word', 'word'],
  ['{{Done}}', ' Done '],
  ["'''bold'''", 'bold'],
  ['[[a|b]]', 'b'],
  ['[[c]]', 'c'],
  ['[https://e.org x]', 'x https e org'],
  ['<!-- no -->', ''],
  ['{{Foo|bar}}', '{{Foo|bar}}'],
  ['{{phab|T7}}', ' task T7 '],
  ['<nowiki>[[k]]</nowiki>', 'k'],
  ['&amp;', '&'],
  ['<small>', ''],
  ['{{', '{{'],
  [']]', ']]'],
  ['|', '|'],
  ['<!--', '<!--'],
  ['<s>gone</s>', 'gone'],
  ['__x', '__x'],
  ['x=y', 'x=y'],
]
const parts = fc.constantFrom(...pairs.map(([source, shown]): Part => ({ source, shown })))
const leads = fc.constantFrom('', '* ', '** ', '# ', ': ', '*: ', '; ')
const anySourceLine: fc.Arbitrary<Part> = fc.oneof(
  fc.tuple(leads, fc.array(parts, { minLength: 1, maxLength: 4 })).map(([lead, list]) => ({ source: lead + list.map(({ source }) => source).join(' '), shown: list.map(({ shown }) => shown).join(' ') })),
  fc.constantFrom(
    ...['=== Outcome 2 / Output 2.1 (A) ===', '==== Goals ====', '==== Status ====', '== Q2 ==', "'''Note: July 3, 2018'''", '===== Note: August 2018 =====', '== Other ==', '', '----'].map((source) => ({ source, shown: source.startsWith('----') ? '' : source.replaceAll(/^=+|=+$|'''/g, '').trim() })),
  ),
)

describe('whatever the source', () => {
  test('[W106] every line is part of what was read, word by word, or listed', () => {
    fc.assert(
      fc.property(fc.array(anySourceLine, { maxLength: 30 }), (lines) => {
        // a comment that is opened in one line and closed in another hides what lies between
        fc.pre(!lines.some(({ source }, index) => /<!--(?! no)/.test(source) && lines.slice(index).some((other) => other.source.includes('-->'))))
        const head = wikiPage({}).split('\n')
        const text = [...head, ...lines.map(({ source }) => source)].join('\n')
        const shown = [...head.map((line) => line.replaceAll(/^=+|=+$/g, '')), ...lines.map((line) => line.shown)].join('\n').replaceAll(/^\* /gm, '• ')
        const page = linesOf(text)
        expect(droppedFrom({ page, text: shown }).filter((each) => !/ is notUnderstood: \W*$/.test(each))).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test('[W106] no text makes it throw, and reading again gives the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(parts.map(({ source }) => source), fc.constantFrom('\n', '{|', '|-', '| a || b', '! c', '|}', '== x ==', '<ref>', '<nowiki>', '-->', '<!-- quarterdeck page {} -->', '<!-- quarterdeck plan:x {"startsOn":"2018-07-01"} -->', '\n* ', '<!-- quarterdeck goal:a -->'), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }), (list) => {
        expect(readPage(list.join(''))).toEqual(readPage(list.join('')))
      }),
      { numRuns: runs },
    )
  })
})

describe('a hostile source', () => {
  test.each([
    ['opened templates', '{{'.repeat(9_000)],
    ['templates within templates', `${'{{a|'.repeat(4_000)}${'}}'.repeat(1_900)}`],
    ['triple braces', '{{{'.repeat(6_000)],
    ['opened links', '[['.repeat(9_000)],
    ['links', '[[a|b]]'.repeat(2_800)],
    ['addresses', '[https://e.org x]'.repeat(1_100)],
    ['comments', '<!-- a -->'.repeat(1_900)],
    ['opened comments', '<!--'.repeat(4_900)],
    ['opened nowiki', '<nowiki>'.repeat(2_400)],
    ['tags', '<b '.repeat(6_000)],
    ['apostrophes', "'".repeat(19_000)],
    ['equal signs', '='.repeat(19_000)],
    ['entities', '&amp;'.repeat(3_900)],
    ['statuses', '{{Done}}'.repeat(2_400)],
    ['stars', '*'.repeat(19_000)],
    ['cells', '||'.repeat(9_000)],
    ['comments of ours', '<!-- quarterdeck x {"a":"b"} -->'.repeat(600)],
  ])('[W107] long lines of %s take no longer than others', (_, line) => {
    const lines = Array.from({ length: 8 }, () => line)
    const texts = [wikiPage({ goals: lines.map((each) => `* ${each}`), status: ["'''Note: May 7, 2019'''", ...lines] }), lines.join('\n'), `{|\n${lines.map((each) => `| ${each}`).join('\n')}`, `<!-- quarterdeck page {"version":1} -->\nT <!-- quarterdeck plan:x {"startsOn":"2018-07-01"} -->\n== Q1 ==\n=== x === <!-- quarterdeck section {"output":null,"quarter":1} -->\n==== Goals ====\n${lines.map((each) => `* ${each}`).join('\n')}\n==== Status ====\n===== Note: May 7, 2019 =====\n${lines.join('\n')}`]
    for (const text of texts) expect(['read', 'noteTooLong', 'lineTooLong', 'notAGoalsPage', 'noYear', 'empty']).toContain(((reading) => (reading.ok ? 'read' : reading.reason))(readPage(text)))
  })

  test('[W107] a page of nothing but openings takes no longer than others', () => {
    for (const open of ['<!--\n', '<nowiki>\n', '{{\n', '[[\n', '{|\n', '<ref>\n', '| a\n']) expect(readPage(`== x ==\n${open.repeat(40_000)}`).ok).toBe(false)
  })
})
