import { describe, expect, test } from 'vitest'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { liveGoals } from '../../../shared/plan/plan-view.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { pageDate, pageKey, planEdits } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { act, openSession, undo, type Session } from '../changes/session.ts'
import { pageOf, realPage } from './goals-page-text.ts'
import { mergeFile, readInto, reviewOf, type LooseCopy } from './page-copies.ts'

const now = Date.UTC(2019, 6, 1)
const me = openSession({ replica: 'aaaaaaaaaa' })
const them = openSession({ replica: 'bbbbbbbbbb' })

function copyOfText(text: string): LooseCopy {
  const page = pageOf(text)
  const plan = pageToPlan({ page })
  return { edits: planEdits(plan, new Map()).page, key: pageKey(plan), date: pageDate(page) }
}

const first = copyOfText(realPage)
const read = readInto(me, first, now)

function goalCalled(session: Session, title: string): GoalId {
  const goal = [...liveGoals(createView(session.set))].find((each) => each.title.startsWith(title))
  if (goal === undefined) throw new Error(`no goal is called ${title}`)
  return goal.id
}

/** The real page with some words changed; each must stand in it. */
function replaced(changes: readonly (readonly [string, string])[]): LooseCopy {
  return copyOfText(
    changes.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the page doesn't say ${from}`)
      return text.replace(from, to)
    }, realPage),
  )
}

describe('the real page, read twice', () => {
  test('[W81] into a plan that was worked on: nothing changes', () => {
    const goals = [...liveGoals(createView(read.set))]
    const worked = act({ session: read, edits: goals.map(({ id }) => ({ on: id, set: { status: 'stalled', owner: 'Security', 'teams/SRE': false } })), now }).session
    expect(reviewOf(worked, first)).toMatchObject({ nothing: true, same: first.edits.length, gone: [] })
    expect(readInto(worked, first, now).set).toBe(worked.set)
  })

  test('[W89] by two people who then exchange files: one plan, one file, nothing new', () => {
    const other = readInto(them, first, now + 1)
    const fileOf = ({ set }: Session): string => writePlanFile({ set, by: { replica: '', name: '' }, at: '', app: '' })
    expect(fileOf(read)).toBe(fileOf(other))
    const merged = mergeFile(read, other, now)
    expect([merged.conflicts, merged.session.set === read.set]).toEqual([0, true])
  })

  test('[W82] [W85] [W86] a newer copy brings what changed on it, over no edit, and lists what it no longer has', () => {
    const newer = replaced([
      ['• Select and integrate a code health metric solution', '• Write down what a code health metric is\n  • Select and integrate a code health metric solution'],
      ['  • Develop set of metrics to assess incident reports/post mortems.', '  • Develop a set of measures for incident reports.'],
      ['This is now \u00a0\u00a0Done!', 'This is now \u00a0Postponed!'],
    ])
    const moved = goalCalled(read, 'Move verify stage')
    const worked = act({ session: read, edits: [{ on: moved, set: { status: 'blocked' } }], now }).session
    const review = reviewOf(worked, newer)
    const titles = new Map(newer.edits.map(({ on, set }) => [on, set['title']]))
    expect(review.newRecords.map((id) => titles.get(id))).toEqual(['Develop a set of measures for incident reports.', 'Write down what a code health metric is'])
    expect(review.kept).toEqual([{ on: moved, field: 'status', yours: 'blocked', page: 'postponed', isNews: true }])
    expect(review.gone).toEqual([goalCalled(read, 'Develop set of metrics')])
    const after = readInto(worked, newer, now)
    expect(reviewOf(after, newer).nothing).toBe(true)
    expect(readInto(after, first, now).set).toBe(after.set)
  })

  test('[W86] undone and read again, all of it can be brought back', () => {
    const undone = undo({ session: read, now }).session
    expect([...liveGoals(createView(undone.set))]).toEqual([])
    const review = reviewOf(undone, first)
    expect(review.nothing).toBe(true)
    const back = act({ session: undone, edits: review.deletedHere.map((on) => ({ on, set: { deleted: false } })), now }).session
    expect([...liveGoals(createView(back.set))]).toHaveLength([...liveGoals(createView(read.set))].length)
    expect(goalCalled(back, 'Deploy blubberoid')).toBe(goalCalled(read, 'Deploy blubberoid'))
  })
})
