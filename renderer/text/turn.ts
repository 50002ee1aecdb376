import { decisionKinds, type DecisionKind } from '../../shared/turn/decision.ts'
import type { TurnSums } from '../../shared/turn/turn-sums.ts'
import { plural } from './plural.ts'

export const turnText = {
  label: 'Turn the quarter',
  title: (quarter: string) => `Turn ${quarter}`,
  titleOfYear: (quarter: string, next: string) => `Turn ${quarter} into ${next}`,
  entry: (quarter: string) => `Turn ${quarter}`,
  over: (quarter: string, count: number) => `${quarter} is over: ${plural(count, 'goal is', 'goals are')} not done`,
  goesOn: (quarter: string, last: string) => `${quarter} goes on until ${last}.`,
  notBegun: (quarter: string, first: string) => `${quarter} has not begun: it begins on ${first}.`,
  hint: (to: string) => `What is carried goes on as a new goal in ${to}, without its notes; the old one stays as it is.`,
  hintOfYear: (next: string) => `${next} begins with the programs, outcomes and outputs of this plan, and the goals that go along, to its Q1 or not scheduled yet. Notes stay behind.`,
  list: (quarter: string) => `Goals of ${quarter} that are not done`,
  notScheduled: 'Not scheduled',
  all: 'All',
  allLabel: 'What becomes of all of them',
  asProposed: 'As proposed',
  decision: (title: string) => `What becomes of ${title}`,
  decided: (title: string, kind: string) => `${title}: ${kind}`,
  open: (title: string) => `Open ${title}`,
  reason: (title: string) => `Why ${title} is dropped`,
  reasonPlaceholder: 'Why is it dropped?',
  noNote: 'no note yet',
  turn: (quarter: string) => `Turn ${quarter}`,
  startYear: (next: string) => `Start ${next} from this plan`,
  yearExisted: (next: string, added: number) => (added === 0 ? `${next} exists: what it had not was added to it` : `${next} exists: ${plural(added, 'goal was', 'goals were')} added to it`),
  kinds: (to: string): Readonly<Record<DecisionKind, string>> => ({ carry: `To ${to}`, unschedule: 'Not scheduled', drop: 'Drop', done: 'Done', leave: 'Leave' }),
  keys: { carry: 'C', unschedule: 'U', drop: 'D', done: 'A', leave: 'L' } satisfies Readonly<Record<DecisionKind, string>>,
  sums: (sums: TurnSums, to: string): string => {
    const words: Readonly<Record<DecisionKind, string>> = { carry: `carried to ${to}`, unschedule: 'not scheduled', drop: 'dropped', done: 'done after all', leave: 'left as it is' }
    const said = decisionKinds.filter((kind) => sums[kind] > 0).map((kind) => `${sums[kind]} ${kind === 'leave' && sums.leave > 1 ? 'left as they are' : words[kind]}`)
    return said.join(', ')
  },
  nothing: (quarter: string) => `Nothing in ${quarter} waits for a decision.`,
  nothingHint: 'Every goal of it is done, dropped, or goes on elsewhere.',
  turned: (quarter: string) => `${quarter} is turned`,
  toBoard: (quarter: string) => `Go to the board of ${quarter}`,
  undo: 'Undo',
  undoHint: 'One undo takes all of it back.',
  apart: (done: number, dropped: number, carried: number) =>
    [...(done > 0 ? [`${done} done`] : []), ...(dropped > 0 ? [`${dropped} dropped`] : []), ...(carried > 0 ? [`${carried} carried on already`] : [])].join(', '),
  apartTitle: 'Not asked about',
  groups: { done: 'Done', dropped: 'Dropped', carried: 'Carried on already' },
  andMore: (count: number) => `and ${count} more`,
} as const

/** `carried to Q3`. @param to empty where it has no quarter */
export function carriedOnWords(to: string): string {
  return to === '' ? 'carried on' : `carried to ${to}`
}

const ordinals: readonly string[] = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `carried from Q2`, `carried from Q2, second time`. @param from `Q2`, or empty where nobody can tell */
export function carriedWords(from: string, times: number): string {
  const where = from === '' ? 'carried over' : `carried from ${from}`
  return times < 2 ? where : `${where}, ${ordinals[times] ?? `${times}th`} time`
}
