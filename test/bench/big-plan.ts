import { orderKeys } from '../../shared/changes/order.ts'
import type { Change } from '../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { statuses } from '../../shared/model/status.ts'

const words = 'deploy measure migrate document review automate upgrade publish improve connect services pipeline metrics cluster portal builds tests charts teams registry'.split(' ')
const outcomes = 6
const outputsEach = 5

/** A plan of `goals` goals in 30 outputs and four quarters, with a note on every second goal; the same for the same number. */
export function bigPlan({ goals, replica = 'aaaaaaaaaa' }: { readonly goals: number; readonly replica?: string }): ChangeSet {
  const at = stampOf({ replica, minute: 0 })
  const orders = orderKeys(goals)
  const change = (on: Change['on'], set: Change['set']): Change => ({ at, on, set })
  const tree = Array.from({ length: outcomes }, (_, index) => [
    change(`outcome:o${index}`, { program: 'program:p', number: String(index + 1), title: sentence(index), order: orders[index] ?? 'a0' }),
    ...Array.from({ length: outputsEach }, (__, below) =>
      change(`output:o${index}x${below}`, { outcome: `outcome:o${index}`, number: `${index + 1}.${below + 1}`, title: sentence(index * 7 + below), order: orders[below] ?? 'a0' }),
    ),
  ]).flat()
  const cards = Array.from({ length: goals }, (_, index) => {
    const goal = change(`goal:g${index}`, {
      output: `output:o${index % outcomes}x${index % outputsEach}`,
      quarter: (index % 4) + 1,
      title: `${sentence(index)} ${index}`,
      status: statuses[(index * 3) % statuses.length] ?? 'todo',
      order: orders[index] ?? 'a0',
      'teams/SRE': index % 3 === 0,
    })
    return index % 2 === 0 ? [goal] : [goal, change(`note:n${index}`, { about: `goal:g${index}`, date: '2018-10-02', text: `${sentence(index + 5)}, and ${sentence(index + 9)}.` })]
  }).flat()
  return foldChanges([change('plan:big', { title: `A plan of ${goals} goals`, startsOn: '2018-07-01' }), change('program:p', { code: 'BIG', title: 'Big', order: 'a0' }), ...tree, ...cards])
}

/**
 * Edits of one replica, each at a moment of its own, of statuses and titles spread over the goals. Those of two
 * replicas that state another `seed` (1 to 4) meet in every second edit: the same field of the same goal, set to something else.
 */
export function manyEdits({ goals, count, replica, seed }: { readonly goals: number; readonly count: number; readonly replica: string; readonly seed: number }): readonly Change[] {
  return Array.from({ length: count }, (_, index) => ({
    at: stampOf({ replica, minute: index + 1 }),
    on: `goal:g${(index * 5 + (index % 2 === 0 ? 0 : seed)) % goals}`,
    set: index % 4 < 2 ? { status: statuses[(index + seed) % statuses.length] ?? 'todo' } : { title: `${sentence(index + seed)}, again` },
  }))
}

function stampOf({ replica, minute }: { readonly replica: string; readonly minute: number }): string {
  return formatStamp({ ms: Date.UTC(2018, 6, 1) + minute * 60_000, counter: 0, writer: `${replica}0` })
}

function sentence(seed: number): string {
  return Array.from({ length: 5 }, (_, index) => words[(seed * (index + 3) + index) % words.length]).join(' ')
}
