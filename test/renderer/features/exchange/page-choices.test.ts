import { describe, expect, test } from 'vitest'
import { keptKey } from '../../../../shared/wiki/review/asked-proposals.ts'
import { editsOf, noChoices } from '../../../../shared/wiki/review/page-choices.ts'
import { cardsAgain, cardsFirst, countBrought, describePage } from '../../../../renderer/features/exchange/page-words.ts'
import { nounFor } from '../../../../renderer/text/plural.ts'
import { addChanges, emptyChangeSet } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { realPage } from '../../../shared/wiki/goals-page-text.ts'
import { first, page, proposalOf, read, reviewOf } from '../../../shared/wiki/page-at-hand.ts'

const { plan } = page
const now = formatStamp({ ms: Date.UTC(2019, 6, 1), counter: 0, writer: 'aaaaaaaaaa0' })

describe('what a person decides about a page', () => {
  test('[U110] with everything as proposed nothing is written on top of the page', () => {
    expect(editsOf({ plan, review: reviewOf(page, emptyChangeSet()), choices: noChoices })).toEqual([])
  })

  test('[U110] another choice is an edit on top', () => {
    const { id, about } = proposalOf('status', 'Deploy blubberoid')
    const edits = editsOf({ plan, review: reviewOf(page, emptyChangeSet()), choices: { ...noChoices, chosen: new Map([[id, 'todo']]) } })
    expect(edits).toEqual([{ on: about, set: { status: 'todo' } }])
  })

  test('[U113] the page’s value is taken over the person’s, and a deleted goal comes back, in one edit each', () => {
    const { about: on } = proposalOf('status', 'Deploy blubberoid')
    const edited = addChanges(first, [{ at: now, on, set: { status: 'blocked', reason: 'mine', title: 'Blubber' } }]).set
    const review = reviewOf(page, edited)
    expect(review.kept.map(({ field }) => field)).toEqual(['title', 'status'])
    const taken = new Set(review.kept.map(keptKey))
    expect(editsOf({ plan, review, choices: { ...noChoices, taken } })).toEqual([{ on, set: { title: 'Deploy blubberoid', status: 'done' } }])
    const deleted = reviewOf(page, addChanges(first, [{ at: now, on, set: { deleted: true } }]).set)
    expect(editsOf({ plan, review: deleted, choices: { ...noChoices, restored: new Set(deleted.deletedHere) } })).toEqual([{ on, set: { deleted: false } }])
  })
})

describe('the words about a page', () => {
  test('[U110] a new plan is counted by what was found', () => {
    expect(describePage({ fileName: 'tec3.txt', isNew: true, review: reviewOf(page, emptyChangeSet()) })).toBe('tec3.txt becomes a new plan. Nothing is written until you accept.')
    expect(cardsFirst({ page, proposals: 41 }).map(({ count, label }) => `${count} ${nounFor(count, label)}`)).toEqual(['34 goals found', '4 quarters', '36 notes', '41 to look at', '0 lines not understood'])
  })

  test('[U111] read again it says that nothing comes in; an older copy is told as such', () => {
    const review = reviewOf(page, first)
    expect(describePage({ fileName: null, isNew: false, review })).toBe('The pasted page was read before: nothing comes in.')
    expect(countBrought({ review, person: [] })).toBe(0)
    expect(cardsAgain(review).map(({ count }) => count)).toEqual([0, 0, 0, 0, 92])
    expect(describePage({ fileName: null, isNew: false, review: { ...review, isOlder: true } })).toContain('A newer copy was read after this one')
  })

  test('[U111] a newer copy is counted by what it brings', () => {
    const newer = read(realPage.replace('This is now \u00a0\u00a0Done!', 'This is now \u00a0Postponed!'))
    const review = reviewOf(newer, first)
    expect(countBrought({ review, person: [] })).toBe(review.changed.length)
    expect(describePage({ fileName: null, isNew: false, review })).toMatch(/^The pasted page brings \d changes into your plan\. Nothing is written until you accept, and one undo takes it back\.$/)
    expect(describePage({ fileName: null, isNew: false, review: { ...review, isOlder: true } })).toContain('This copy looks older')
  })
})
