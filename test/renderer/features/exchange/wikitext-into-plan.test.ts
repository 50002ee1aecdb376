import { describe, expect, test } from 'vitest'
import type { Fields } from '../../../../shared/changes/change.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { winnerOf } from '../../../../shared/changes/folded-record.ts'
import { msOf, writerOf } from '../../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { goalsOf } from '../../../../shared/plan/plan-view.ts'
import { changesSinceStart } from '../../../../shared/quarter-start/changes-since-start.ts'
import { quarterStarts } from '../../../../shared/quarter-start/quarter-start.ts'
import type { PageReview } from '../../../../shared/wiki/review/page-review.ts'
import { writeWikitext } from '../../../../shared/wikitext/write-wikitext.ts'
import { calendar, typedOn } from '../../../shared/history/any-life.ts'
import { read, reviewOf } from '../../../shared/wiki/page-at-hand.ts'
import { planAtWork, type AtWork } from '../../state/plan-at-work.ts'

const records: readonly (readonly [RecordId, Fields])[] = [
  ['plan:t', { title: 'Deploys', startsOn: '2018-07-01' }],
  ['output:x', { number: '1.1', title: 'Images', order: 'a0' }],
  ['goal:a', { output: 'output:x', quarter: 1, title: 'Build it', status: 'todo', order: 'a0', 'teams/SRE': true }],
  ['goal:b', { output: 'output:x', quarter: 1, title: 'Ship it', status: 'todo', order: 'a1' }],
  ['goal:c', { output: 'output:x', quarter: 1, title: 'Draw it', order: 'a2' }],
]
const mine = foldChanges(records.map(([on, set], minute) => ({ at: typedOn('2018-06-20', { minute }), on, set })))
const text = writeWikitext(createView(mine))
const withoutKnows = (page: string): string => page.replace(/,"knows":\[[^\]]*\]/, '')

function edited(...steps: readonly (readonly [string | RegExp, string])[]): string {
  return steps.reduce((before, [from, to]) => {
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    return after
  }, text)
}

const reviewed = (page: string, set: ChangeSet): PageReview => reviewOf(read(page), set)
const later = (...said: readonly (readonly [RecordId, Fields])[]): ChangeSet => addChanges(mine, said.map(([on, set]) => ({ at: typedOn('2018-08-01', { writer: 'bbbbbbbbbb0' }), on, set }))).set
const told = ({ changed }: PageReview): readonly unknown[] => changed.map(({ on, field, after }) => [on, field, after])
const wikiEdits = [['* Build it', '* Build all of it'], [/Ship it \{\{To do\}\}/, 'Ship it {{Done}}'], ['* Draw it', '* Test it {{Blocked}}\n* Draw it']] as const

function accept(work: AtWork, page: string): void {
  const { theirs, edits } = reviewed(page, work.store.getState().view.set)
  work.store.getState().takeIn({ name: { action: 'pageRead', subject: 'Deploys' }, theirs, edits })
}

describe('a page that was written from a plan, edited, and read into it', () => {
  test('[W116] what was edited is told from the day it is read: the quarter’s start stays what it was, and one undo takes all of it back', () => {
    const work = planAtWork({ set: mine })
    work.time.now = msOf(typedOn('2018-08-15'))
    const since = () => {
      const { view } = work.store.getState()
      const { added, reworded, left } = changesSinceStart({ view, starts: quarterStarts({ view, calendar }), calendar, quarter: 1 })
      return { added: added.map(({ goal, on }) => [goal.title, on]), reworded: reworded.map(({ goal, before, on }) => [goal.title, before, on]), left }
    }
    const nothing = { added: [], reworded: [], left: [] }
    expect(since()).toEqual(nothing)
    accept(work, edited(...wikiEdits))
    expect(since()).toEqual({ added: [['Test it', '2018-08-15']], reworded: [['Build all of it', 'Build it', '2018-08-15']], left: [] })
    const { set } = work.store.getState().view
    const status = winnerOf(recordIn(set, 'goal:b'), 'status')
    expect([status?.value, writerOf(status?.at ?? ''), calendar.dayOf(msOf(status?.at ?? ''))]).toEqual(['done', 'aaaaaaaaaa0', '2018-08-15'])
    expect(recordIn(set, 'goal:c')).toBe(recordIn(mine, 'goal:c'))
    expect(reviewed(edited(...wikiEdits), set)).toMatchObject({ nothing: true, kept: [], gone: [] })
    work.store.getState().undo()
    expect(since()).toEqual(nothing)
    expect(goalsOf(work.store.getState().view, 'output:x').map(({ title, status }) => [title, status])).toEqual([['Build it', 'todo'], ['Ship it', 'todo'], ['Draw it', 'todo']])
    expect(work.store.getState().undoable).toEqual([])
  })

  test('[W116] where a field is as it was when the page was written the page’s edit is taken, and nothing else is written', () => {
    const review = reviewed(edited(...wikiEdits, [': Teams: SRE', ': Teams: RelEng']), mine)
    expect(told(review)).toEqual([['goal:a', 'title', 'Build all of it'], ['goal:a', 'teams/RelEng', true], ['goal:a', 'teams/SRE', false], ['goal:b', 'status', 'done']])
    expect(review).toMatchObject({ kept: [], gone: [], newRecords: [expect.stringMatching(/^goal:/)], nothing: false, wasRead: false, isOlder: false })
    expect([...review.theirs.knows]).toEqual([])
    expect(review.edits.map(({ on }) => on)).toEqual(['goal:a', 'goal:b', ...review.newRecords])
    expect(Object.values(review.edits.at(-1)?.set ?? {})).not.toContain(null)
  })

  test('[W117] what was edited at both is asked, the person’s stands; what was edited only here, or came in since from a colleague, stays', () => {
    const set = later(['goal:a', { title: 'Build some' }], ['goal:b', { title: 'Send it' }])
    const both = reviewed(edited(['* Build it', '* Build all of it']), set)
    expect(both).toMatchObject({ changed: [], edits: [], nothing: true })
    expect(both.kept).toEqual([{ on: 'goal:a', field: 'title', yours: 'Build some', page: 'Build all of it', isNews: true }])
    // made before the page was written, and merged after
    const merged = addChanges(mine, [{ at: typedOn('2018-06-21', { writer: 'cccccccccc0' }), on: 'goal:c', set: { status: 'done' } }]).set
    expect(reviewed(text, merged)).toMatchObject({ nothing: true, kept: [] })
    expect(reviewed(edited(['* Build it', '* Build all of it']), later(['goal:a', { title: 'Build all of it' }]))).toMatchObject({ nothing: true, kept: [] })
  })

  test('[W117] what was let in and edited after is no news', () => {
    const work = planAtWork({ set: mine })
    accept(work, edited(['* Build it', '* Build all of it']))
    work.store.getState().act({ action: 'renamed', subject: '' }, [{ on: 'goal:a', set: { title: 'Build most' } }])
    expect(reviewed(edited(['* Build it', '* Build all of it']), work.store.getState().view.set)).toMatchObject({ nothing: true, kept: [{ yours: 'Build most', isNews: false }] })
  })

  test('[W117] a goal that stood on the page and is gone from it is listed and stays; one that was made since is not', () => {
    const review = reviewed(edited([/\* Draw it.*\n/, '']), later(['goal:new', { output: 'output:x', quarter: 1, title: 'New', order: 'a3' }]))
    expect(review).toMatchObject({ gone: ['goal:c'], nothing: true, kept: [] })
    expect(reviewed(edited([/\* Draw it.*\n/, '']), later(['goal:c', { deleted: true }]))).toMatchObject({ gone: [], deletedHere: [] })
    expect(reviewed(text, later(['goal:c', { deleted: true }]))).toMatchObject({ deletedHere: ['goal:c'], nothing: true })
  })

  test('[W117] words that no field can hold are listed, and what the plan says stays', () => {
    const page = edited(['* Build it', `* ${'x'.repeat(5000)}`])
    expect(read(page).plan.notUnderstood).toHaveLength(1)
    expect(reviewed(page, mine)).toMatchObject({ nothing: true, kept: [] })
  })

  test('[W118] of a page that doesn’t say what was known then, what a person wrote after its date is asked, and the rest is taken', () => {
    const page = withoutKnows(edited(...wikiEdits))
    expect(page).not.toContain('knows')
    const set = later(['goal:a', { title: 'Build some' }])
    const review = reviewed(page, set)
    expect(told(review)).toEqual([['goal:b', 'status', 'done']])
    expect(review.kept).toEqual([{ on: 'goal:a', field: 'title', yours: 'Build some', page: 'Build all of it', isNews: true }])
    expect(reviewed(withoutKnows(text), mine)).toMatchObject({ nothing: true, kept: [], gone: [] })
  })
})
