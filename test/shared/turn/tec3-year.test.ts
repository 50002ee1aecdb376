import { describe, expect, test } from 'vitest'
import type { Goal } from '../../../shared/model/goal.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import { earlierGoals, laterGoals } from '../../../shared/plan/carried.ts'
import { outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { liveGoals, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { continueGoal, likelyEarlier, mayContinue } from '../../../shared/turn/continue-goal.ts'
import { turnEdits } from '../../../shared/turn/turn-edits.ts'
import { normalisedText } from '../../../shared/wiki/to-plan/derived-keys.ts'
import { pageReview } from '../../../shared/wiki/review/page-review.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'
import { act, openSession, type Session } from '../changes/session.ts'
import { after } from '../edits/plan-at-hand.ts'
import { calendar } from '../history/any-life.ts'
import { realLines } from '../wiki/goals-page-text.ts'
import { readInto } from '../wiki/page-copies.ts'

/** Where each quarter's part of the page begins. */
const starts = [37, 125, 313].map((line) => line - 1)
const ends: Readonly<Record<Quarter, Date>> = { 1: new Date('2018-10-01'), 2: new Date('2019-01-02'), 3: new Date('2019-04-01'), 4: new Date('2019-07-01') }

/** The page as it was when a quarter was over and the next one not yet written. */
function copyAfter(quarter: Quarter): ReadPage {
  const reading = readPage(realLines.slice(0, starts[quarter - 1] ?? realLines.length).join('\n'))
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`)
  return reading.page
}

function turned(session: Session, quarter: 1 | 2 | 3): Session {
  const edits = turnEdits({ view: createView(session.set), quarter, decisions: new Map(), calendar })
  return act({ session, edits, now: ends[quarter].getTime() }).session
}

/** The year as a team would have lived it: the page is read when a quarter is over, and the quarter turned. */
function yearLived(): readonly Session[] {
  const sessions: Session[] = []
  let session = openSession({ replica: 'aaaaaaaaaa' })
  for (const quarter of [1, 2, 3] as const) {
    session = readInto(session, copyAfter(quarter), ends[quarter].getTime())
    session = turned(session, quarter)
    sessions.push(session)
  }
  sessions.push(readInto(session, copyAfter(4), ends[4].getTime()))
  return sessions
}

const lived = yearLived()
const end = createView(lived.at(-1)?.set ?? openSession({ replica: 'aaaaaaaaaa' }).set)
const said = createView(readInto(openSession({ replica: 'bbbbbbbbbb' }), copyAfter(4), ends[4].getTime()).set)

function goalsOf(view: PlanView, quarter: Quarter): readonly Goal[] {
  return [...liveGoals(view)].filter(({ id }) => quarterOfGoal(view, id) === quarter)
}

function goalIn(view: PlanView, quarter: Quarter, words: string): Goal {
  const goal = goalsOf(view, quarter).find(({ title }) => title.startsWith(words))
  if (goal === undefined) throw new Error(`no goal of Q${quarter} begins with ${words}`)
  return goal
}

const titles = (goals: readonly Goal[]): readonly string[] => goals.map(({ title }) => title.split(' ').slice(0, 2).join(' ')).toSorted()

describe('TEC3 as the year went', () => {
  test('[Q15] of what was carried the page shows again what stands under the same output in the same words, and meets it there', () => {
    const isOnPage = ({ id }: Goal): boolean => recordOf(said, id) !== null
    const carried = ([2, 3, 4] as const).map((quarter) => goalsOf(end, quarter).filter(({ carriedFrom }) => carriedFrom !== null))
    expect(carried.map((goals) => titles(goals.filter(isOnPage)))).toEqual([[], [], ['Create a', 'Instrument Quibble', 'ORES', 'cpjobqueue']])
    // a page tells that itself where it has the whole year at once
    expect(titles(goalsOf(said, 4).filter(({ carriedFrom }) => carriedFrom !== null))).toEqual(titles(carried[2]?.filter(isOnPage) ?? []))
    for (const words of ['Instrument', 'Create a graph', 'cpjobqueue']) expect(goalIn(end, 4, words)).toMatchObject({ id: goalIn(said, 4, words).id, carriedFrom: goalIn(end, 3, words).id })
  })

  test('[Q15] no goal is in a quarter twice, and what the page has is there', () => {
    for (const quarter of [1, 2, 3, 4] as const) {
      const names = goalsOf(end, quarter).map(({ id, title }) => `${outputOfGoal(end, id)?.number} ${normalisedText(title)}`)
      expect(names.length).toBe(new Set(names).size)
      for (const goal of goalsOf(said, quarter)) expect(quarterOfGoal(end, goal.id)).toBe(quarter)
    }
  })

  test('[Q15] the notes stay with the old goals, and the last copy read again brings nothing', () => {
    const before = createView(lived[2]?.set ?? end.set)
    for (const goal of goalsOf(before, 4)) expect(notesOfGoal(before, goal.id)).toEqual([])
    for (const goal of goalsOf(said, 3)) expect(notesOfGoal(end, goal.id).map(({ id }) => id)).toEqual(notesOfGoal(said, goal.id).map(({ id }) => id))
    expect(pageReview({ ...copyAfter(4), mine: end.set })).toMatchObject({ nothing: true, gone: [] })
  })
})

describe('what the page words or places otherwise', () => {
  const pairs = [
    ['cpjobqueue', 'cpjobqueue'],
    ['ORES', 'ORES'],
    ['Evaluate helm', 'Implementation of a Helm'],
    ['Upgrade cluster components', 'Upgrade the infrastructure'],
    ['Conduct Promotion', 'Conduct at least N trainings'],
    ['Create a developer portal', 'Increase documentation quality'],
  ] as const

  test.each(pairs)('[Q16] “%s” goes on as “%s”: it is offered, linked by hand, followed both ways, and unlinked', (before, now) => {
    const [from, id] = [goalIn(said, 3, before).id, goalIn(said, 4, now).id]
    const alone = after(said, [{ on: id, set: { carriedFrom: null } }])
    expect(likelyEarlier({ view: alone, id, limit: 5 }).map((goal) => goal.id)).toContain(from)
    const linked = after(alone, continueGoal({ view: alone, id, from }))
    expect([earlierGoals(linked, id)[0]?.id, laterGoals(linked, from)]).toEqual([from, [id]])
    expect([continueGoal({ view: linked, id: from, from: id }), mayContinue(linked, from, id)]).toEqual([[], false])
    expect(laterGoals(after(linked, continueGoal({ view: linked, id, from: null })), from)).toEqual([])
  })
})
