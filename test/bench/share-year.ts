import type { Change, Fields } from '../../shared/changes/change.ts'
import { changesOf, foldChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { orderKeys } from '../../shared/changes/order.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { statuses } from '../../shared/model/status.ts'
import { createRandom, type Random } from '../shared/changes/history/random.ts'
import { bigPlan } from './big-plan.ts'

export const dayMs = 24 * 3_600_000
/** The Sunday on which the plan is made; its year has 364 days. */
export const yearStart = Date.UTC(2018, 6, 1)

export interface Year {
  /** Everything up to a day of the year, from 0 on. */
  readonly upTo: (day: number) => readonly Change[]
  readonly replicas: readonly string[]
  readonly days: number
  readonly edits: number
}

/**
 * A team's year with a plan, the same for the same numbers: on each weekday goals are moved to another status and place,
 * some are described anew or held up for a reason; in the last week of a month every second goal of the quarter gets a
 * note; at a quarter's end a tenth of its goals is carried over. Whose goal it is writes, as a rule.
 */
export function teamYear({ goals, replicas: count, days = 364 }: { readonly goals: number; readonly replicas: number; readonly days?: number }): Year {
  const random = createRandom(goals * 100 + count)
  const replicas = Array.from({ length: count }, (_, index) => `r${index.toString(36).padStart(9, '0')}`)
  const first = replicas[0] ?? ''
  const places = orderKeys(goals)
  const perDay: Change[][] = [[...changesOf(bigPlan({ goals, replica: first }))]]
  let edits = 0
  for (let day = 1; day < days; day += 1) {
    const today: Change[] = []
    perDay.push(today)
    const week = day % 7
    if (week === 0 || week === 6) continue
    const write = (on: Change['on'], set: Fields, writer = random.below(count)): void => {
      edits += 1
      const at = formatStamp({ ms: yearStart + day * dayMs + 8 * 3_600_000 + today.length * 37, counter: 0, writer: `${replicas[writer] ?? first}0` })
      today.push({ at, on, set })
    }
    const quarter = Math.min(4, Math.floor(day / 91) + 1)
    for (let index = 0; index < goals / 130; index += 1) editGoal({ random, goals, count, places, write })
    // the last week of four, so that a year has thirteen months and each quarter the same
    if (day % 28 > 21) for (let index = 0; index < goals / 8 / 5; index += 1) writeNote({ random, goals, count, day, quarter, write })
    if (day % 91 === 89) for (let index = quarter - 1; index < goals; index += 40) carryOn({ index, goals, count, quarter, write, places })
  }
  return { upTo: (day) => perDay.slice(0, day + 1).flat(), replicas, days, edits }
}

interface Day {
  readonly goals: number
  readonly count: number
  readonly write: (on: Change['on'], set: Fields, writer?: number) => void
}

function editGoal({ random, goals, count, places, write }: Day & { readonly random: Random; readonly places: readonly string[] }): void {
  const goal = random.below(goals)
  const writer = random.chance(0.9) ? goal % count : random.below(count)
  const what = random.below(10)
  if (what < 6) write(`goal:g${goal}`, { status: random.pick(statuses), order: `${random.pick(places)}V` }, writer)
  else if (what < 8) write(`goal:g${goal}`, { description: prose(random, 50) }, writer)
  else if (what < 9) write(`goal:g${goal}`, { status: 'blocked', reason: prose(random, 12), waitingOn: 'SRE', order: `${random.pick(places)}V` }, writer)
  else write(`goal:g${goal}`, { [`teams/${random.pick(['SRE', 'RelEng', 'Search'])}`]: random.chance(0.8) }, writer)
}

function writeNote({ random, goals, count, day, quarter, write }: Day & { readonly random: Random; readonly day: number; readonly quarter: number }): void {
  const goal = random.below(goals / 4) * 4 + quarter - 1
  write(`note:d${day}g${goal}`, { about: `goal:g${goal}`, date: new Date(yearStart + day * dayMs).toISOString().slice(0, 10), text: prose(random, 25), status: random.pick(statuses) }, goal % count)
}

function carryOn({ index, goals, count, quarter, write, places }: Day & { readonly index: number; readonly quarter: number; readonly places: readonly string[] }): void {
  if (quarter === 4) return
  write(`goal:c${quarter}g${index}`, { output: `output:o${index % 6}x${index % 5}`, quarter: quarter + 1, title: `Goal ${index} goes on`, status: 'todo', order: places[index % goals] ?? 'a0', carriedFrom: `goal:g${index}` }, index % count)
}

const words = 'deploy measure migrate document review automate upgrade publish improve connect services pipeline metrics cluster portal builds tests charts teams registry'.split(' ')

function prose(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(words)).join(' ')
}

export function setOn(year: Year, day: number): ChangeSet {
  return foldChanges(year.upTo(day))
}
