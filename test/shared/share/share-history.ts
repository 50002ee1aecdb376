import { expect } from 'vitest'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { createRandom } from '../changes/history/random.ts'
import { portraitOf } from '../changes/portrait.ts'
import { createBooks, equalStampsIn, judge } from './share-books.ts'
import { firstSet } from './share-replica.ts'
import { conflictsIn, noteState, save, takeStep } from './share-steps.ts'
import type { Count } from './share-tally.ts'
import { addComputer, nextName, type Place, type World } from './share-world.ts'

export interface ShareHistory {
  readonly seed: number
  readonly openPlace: () => Promise<Place>
  readonly count: Count
  /** How many computers there are at the start, at least and at most. */
  readonly computers: readonly [number, number]
  /** How many things happen at most. */
  readonly steps: number
  /** Old history is folded away at random. */
  readonly isFolding?: boolean
  /** Somebody else writes own items of a computer between its looks and what it puts. */
  readonly isOvertaken?: boolean
}

/** In how many rounds of looks everybody has to have everything, once all is calm. */
const mostRounds = 6

/** Plays one history, lets everything calm down, and judges what is left. */
export async function playShareHistory({ seed, openPlace, count, computers: [fewest, most], steps, isFolding = false, isOvertaken = false }: ShareHistory): Promise<void> {
  const random = createRandom(seed)
  const world: World = { random, count, place: await openPlace(), books: createBooks(), computers: [], backups: [], names: 0, isFolding, isOvertaken, ms: 1_544_000_000_000 }
  try {
    for (let index = fewest + random.below(most - fewest + 1); index > 0; index -= 1) await addComputer(world, { set: firstSet, name: nextName(world) })
    for (let step = 8 + random.below(steps); step > 0; step -= 1) await takeStep(world)
    await calmDown(world)
    judge(
      world.books,
      world.computers.map(({ replica }) => replica),
    )
    count('histories')
    count('replicas', world.computers.length)
    const all = world.computers[0]?.replica.set() ?? firstSet
    count('conflictRecords', conflictsIn(all).length)
    count('equalStamps', equalStampsIn(all))
  } finally {
    await world.place.close()
  }
}

/** All are online, nothing goes wrong any more, what is held back is accepted: then a few looks have to do. */
async function calmDown(world: World): Promise<void> {
  const { computers, count, place } = world
  for (const computer of computers) {
    await computer.line.arrive()
    Object.assign(computer.line.faults, { isCalm: true, isOffline: false })
    save(world, computer)
  }
  let before = ''
  for (let round = 1; ; round += 1) {
    // so long that heads are read again: an old one of the same length may have been handed out
    world.ms += round === 1 ? 700_000 : 40_000
    for (const { replica } of computers) {
      await place.settle?.()
      await replica.share().look()
      noteState(world, replica)
      const { heldBack } = replica.share().state()
      for (const { replica: ahead } of heldBack) replica.share().accept(ahead)
      if (heldBack.length > 0) await replica.share().look()
    }
    count('rounds')
    const after = await stateOf(world)
    if (after === before) return
    before = after
    expect(round, 'rounds of looks until nothing changes').toBeLessThanOrEqual(mostRounds)
  }
}

/** What everybody holds, and what lies in the mailbox. */
async function stateOf({ computers }: World): Promise<string> {
  const listed = await computers[0]?.line.inner.list()
  const items = listed?.ok === true ? listed.value.map(({ name, version }) => `${name} ${version}`).toSorted() : []
  return [...items, ...computers.map(({ replica }) => portraitOf(replica.set() satisfies ChangeSet))].join('\n')
}
