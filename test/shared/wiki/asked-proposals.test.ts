import { describe, expect, test } from 'vitest'
import { groupsOf, newsOf, openProposals } from '../../../shared/wiki/review/asked-proposals.ts'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { realPage } from './goals-page-text.ts'
import { first, page, proposalOf, read, reviewOf } from './page-at-hand.ts'

const { proposals } = page.plan

describe('what is asked about a page', () => {
  test('[U111] everything it leaves open when it is read for the first time, nothing when it is read again', () => {
    expect(newsOf({ proposals, review: reviewOf(page, emptyChangeSet()), isFirst: true })).toEqual(proposals)
    expect(newsOf({ proposals, review: reviewOf(page, first), isFirst: false })).toEqual([])
  })

  test('[U111] of a newer copy only what touches something new', () => {
    const newer = read(realPage.replace('• Select and integrate a code', '• Write down what it is\n  • Select and integrate a code'))
    const asked = newsOf({ proposals: newer.plan.proposals, review: reviewOf(newer, first), isFirst: false })
    expect(asked.map(({ kind, title }) => `${kind} ${title}`)).toEqual(['status Write down what it is'])
  })

  test('[U112] what another answer has settled is not asked', () => {
    const split = proposalOf('split', 'cxserver')
    const parts = proposals.filter(({ needs }) => needs?.proposal === split.id)
    expect(parts.length).toBeGreaterThan(4)
    const left = openProposals(proposals, new Map([[split.id, 'one']]))
    expect(left).toHaveLength(proposals.length - parts.length)
    expect(left).toContain(split)
    expect(openProposals(proposals, new Map([[split.id, 'each']]))).toEqual(proposals)
  })

  test('[U110] questions stand by quarter and output in the order of the page, wordings of the whole year last', () => {
    const groups = groupsOf(proposals)
    expect(groups.flatMap((group) => group.proposals)).toHaveLength(proposals.length)
    expect(groups.map(({ quarter }) => quarter)).toEqual([...groups.flatMap(({ quarter }) => quarter ?? []).toSorted((a, b) => a - b), null])
    expect(groups[0]).toMatchObject({ quarter: 2, outputs: ['3.1'] })
  })
})
