import { describe, expect, test } from 'vitest'
import { emptyChangeSet, foldChanges, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import type { Fields } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { GoalId, RecordId } from '../../../shared/model/ids.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalsOf, notesAbout, recordOf } from '../../../shared/plan/plan-view.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'
import { writeWikitext } from '../../../shared/wikitext/write-wikitext.ts'
import { reviewOf } from '../wiki/page-at-hand.ts'

const records: readonly (readonly [RecordId, Fields])[] = [
  ['plan:t', { title: 'Deploys', startsOn: '2018-07-01' }],
  ['program:m', { code: 'TEC3', title: 'Pipeline', owner: 'RelEng', order: 'a0' }],
  ['outcome:p', { program: 'program:m', number: '1', title: 'Faster', order: 'a0' }],
  ['output:x', { outcome: 'outcome:p', number: '1.1', title: 'Images', order: 'a0' }],
  ['output:y', { outcome: 'outcome:p', number: '1.2', title: 'Charts', order: 'a1' }],
  ['goal:a', { output: 'output:x', quarter: 1, title: 'Build  it', status: 'todo', order: 'a0', 'teams/SRE': true, 'dependsOn/goal:b': true }],
  ['goal:b', { output: 'output:x', quarter: 1, title: 'Ship it', status: 'done', order: 'a1' }],
  ['goal:c', { output: 'output:y', quarter: 2, title: 'Draw it', status: 'blocked', reason: 'no chart', order: 'a0' }],
  ['note:n', { about: 'goal:a', date: '2018-07-03', text: 'Begun.', status: 'inProgress', author: 'me' }],
]
const set = foldChanges(records.map(([on, fields], index) => ({ at: formatStamp({ ms: index + 1_530_000_000_000, counter: 0, writer: 'aaaaaaaaaa0' }), on, set: fields })))
const text = writeWikitext(createView(set))

function edited(...steps: readonly (readonly [string | RegExp, string])[]): ReadPage {
  const source = steps.reduce((before, [from, to]) => {
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    return after
  }, text)
  const reading = readPage(source)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.page
}

function planOf(page: ReadPage): ReturnType<typeof createView> {
  return createView(pageChangeSet({ ...page, mine: emptyChangeSet() }))
}

function goalIn(page: ReadPage, id: GoalId) {
  return recordOf(planOf(page), id)
}

describe('a page that was edited on the wiki', () => {
  test('[W112] a title, a status and a note’s words that were edited there are read as they stand', () => {
    const page = edited([/Build\s+it \{\{To do\}\}/, 'Build it all {{Partially done}}'], ['{{In progress}}\n\nBegun.', '{{Done}}\n\nBegun, and \'\'\'ended\'\'\'.'], ['* Ship it', '* Ship &amp; shout'])
    expect(page.plan.notUnderstood).toEqual([])
    expect(goalIn(page, 'goal:a')).toMatchObject({ title: 'Build it all', status: 'partiallyDone', teams: ['SRE'], dependsOn: ['goal:b'], order: 'a0' })
    expect(goalIn(page, 'goal:b')).toMatchObject({ title: 'Ship & shout', status: 'done' })
    expect(recordOf(planOf(page), 'note:n')).toMatchObject({ about: 'goal:a', status: 'done', text: 'Begun, and **ended**.', author: 'me', date: '2018-07-03' })
  })

  test('[W116] what was edited on the wiki and not in the plan is taken; the rest is the same', () => {
    const review = reviewOf(edited(['Ship it {{Done}}', 'Ship it {{Stalled}}']), set)
    expect(review.newRecords).toEqual([])
    expect(review).toMatchObject({ kept: [], changed: [{ on: 'goal:b', field: 'status', before: 'done', after: 'stalled' }], edits: [{ on: 'goal:b', set: { status: 'stalled' } }] })
  })

  test('[W112] details and the titles above the goals are read too, wherever they were edited', () => {
    const page = edited([': Teams: SRE', ': Teams: SRE, RelEng\n*: Owner: SRE lead'], [': Reason: no chart', ': Reason: no chart<br />yet'], [/Faster( <!-- quarterdeck outcome:p \{"shown")/, 'Faster and safer$1'], ['Goal Owner: RelEng', 'Goal Owner: SRE'])
    expect(goalIn(page, 'goal:a')).toMatchObject({ teams: ['RelEng', 'SRE'], owner: 'SRE lead' })
    expect(goalIn(page, 'goal:c')).toMatchObject({ reason: 'no chart\nyet' })
    expect(recordOf(planOf(page), 'outcome:p')).toMatchObject({ title: 'Faster and safer', number: '1' })
    expect(recordOf(planOf(page), 'program:m')).toMatchObject({ owner: 'SRE', code: 'TEC3' })
  })

  test('[W113] a bullet and a note that were added are a new goal and a new note in their place', () => {
    const page = edited(['* Ship it', '* Test it {{Blocked}} {{Phabricator|T7}}\n*: Waiting on: SRE\n** Write tests\n* Ship it'], ['==== Goals ====\n* Draw it', '==== Goals ====\n* Paint it\n* Draw it'], [/(\n== Q2)/, "\n===== Note: August 1, 2018 =====\nIt is {{Done}} now.\n$1"])
    const view = planOf(page)
    const goals = goalsOf(view, 'output:x')
    expect(page.plan.notUnderstood).toEqual([])
    expect(goals.map(({ title }) => title)).toEqual(['Build it', 'Test it', 'Ship it'].map((title, index) => (index === 0 ? 'Build  it' : title)))
    const [, added] = goals
    expect(added).toMatchObject({ status: 'blocked', tasks: ['T7'], waitingOn: 'SRE', quarter: 1, parent: null })
    expect(goalsOf(view, added?.id ?? 'goal:none').map(({ title, quarter }) => [title, quarter])).toEqual([['Write tests', null]])
    expect(goalsOf(view, 'output:y').map(({ title }) => title)).toEqual(['Paint it', 'Draw it'])
    expect(notesAbout(view, 'output:x')).toMatchObject([{ date: '2018-08-01', quarter: 1, status: 'done', text: 'It is Done now.' }])
  })

  test('[W113] tasks are read however a hand writes them: as a link with words of its own, at the end, or in brackets', () => {
    const tasksOf = (line: string): unknown => {
      const added = goalsOf(planOf(edited(['* Ship it', `* ${line}\n* Ship it`])), 'output:x')[1]
      return [added?.title, added?.tasks]
    }
    expect(tasksOf('Write [[phab:T77|the task]]')).toEqual(['Write the task', ['T77']])
    expect(tasksOf('Write [[phab:T77]] {{Blocked}}')).toEqual(['Write', ['T77']])
    expect(tasksOf('Write it T3')).toEqual(['Write it', ['T3']])
    expect(tasksOf('Write it {{Done}} (T3, T12)')).toEqual(['Write it', ['T12', 'T3']])
    expect(tasksOf('Write T3 down')).toEqual(['Write T3 down', []])
  })

  test('[W113] a bullet that was copied with its comment into the next quarter is carried on, and one that was moved is moved', () => {
    const bullet = text.split('\n').find((line) => line.includes('goal:b {')) ?? ''
    const copied = edited(['==== Goals ====\n* Draw it', `==== Goals ====\n${bullet.replace('{{Done}}', '{{In progress}}')}\n* Draw it`])
    const [carried] = goalsOf(planOf(copied), 'output:y')
    expect(carried).toMatchObject({ title: 'Ship it', carriedFrom: 'goal:b', quarter: 2, status: 'inProgress' })
    expect(goalIn(copied, 'goal:b')).toMatchObject({ quarter: 1, status: 'done' })
    const moved = edited([`${bullet}\n`, ''], ['==== Goals ====\n* Draw it', `==== Goals ====\n${bullet}\n* Draw it`])
    expect(goalIn(moved, 'goal:b')).toMatchObject({ quarter: 2, output: 'output:y' })
  })

  test('[W114] what is neither is listed with its line', () => {
    const page = edited(['=== Outcome 1 / Output 1.1', '=== Outcome 2 / Output 1.1'], ['\n* Ship it', '\nSome words.\n* Ship it'], ['Depends on goals: Ship it', 'Depends on goals: Sink it'], ['{"number":"1.2"', '{"number":7,"number2":"x"'], [/(Begun\.)/, '$1\n[[Category:Goals]] {{Foo}}'], [/$/, '\n== See also ==\n* This page\n'])
    expect(page.plan.notUnderstood.map((each) => each.text)).toEqual(['=== Outcome 2 / Output 1.1 (SRE) ===', '*: Depends on goals: Sink it', 'Some words.', '[[Category:Goals]]', 'output:y: number', '== See also ==', '* This page'])
    expect(page.templates.map(({ name }) => name)).toEqual(['Foo'])
    expect(page.plan.notUnderstood.map((each) => text.split('\n').length >= each.line)).not.toContain(undefined)
  })

  test('[W115] no words of a person are a comment of ours, and no comment is more than its record', () => {
    const forged: ChangeSet = foldChanges([{ at: formatStamp({ ms: 1_530_000_009_999, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:a', set: { title: '<!-- quarterdeck goal:b {"title":"forged"} -->', description: '-->\n* {{Done}} <!-- quarterdeck goal:z -->' } }])
    const written = writeWikitext(createView(uniteChangeSets(set, forged).set))
    expect(written.match(/<!--/g)?.length).toBe(written.match(/-->/g)?.length)
    for (const comment of written.match(/<!--.*?-->/g) ?? []) expect(comment.slice(4, -3)).not.toMatch(/--|[<>]/)
    const hand = edited([/goal:b \{/, 'goal:b {"deleted":true,"status":"done","replica:x":1,'])
    expect(hand.plan.notUnderstood.map((each) => each.text)).toEqual(['goal:b: deleted', 'goal:b: replica:x'])
    expect(goalIn(hand, 'goal:b')).toMatchObject({ deleted: false, title: 'Ship it' })
  })

  test('[W112] without its comments it is still a goals page in wikitext', () => {
    const reading = readPage(text.replace(/ ?<!--.*?-->/g, ''))
    expect(reading).toMatchObject({ ok: true, page: { layout: 'wikitext', counts: { goals: 3, quarters: 2, notes: 1 } } })
  })
})
