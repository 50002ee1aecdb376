import { catchUp, copyComputer, restart, troubleClock } from './computer-steps.ts'
import { exchangeAll, judgeEnd } from './end-of-history.ts'
import { doAgain, edit, hang, reviewConflict, setStatus, takeBack, toggleDeletion } from './local-steps.ts'
import { openFile, readPage, saveFile } from './merge-steps.ts'
import { createRandom } from './random.ts'
import { mergeAgain, takeBackMerge } from './take-back-steps.ts'
import type { Tally } from './tally.ts'
import { watch } from './watched-view.ts'
import { createWorld, type Pack, type Window, type World } from './world.ts'

type Step = (world: World, window: Window) => void

const steps: readonly (readonly [weight: number, step: Step])[] = [
  [30, edit],
  [6, hang],
  [6, toggleDeletion],
  [8, takeBack],
  [8, doAgain],
  [10, saveFile],
  [16, openFile],
  [2, readPage],
  [4, catchUp],
  [3, restart],
  [7, troubleClock],
  [4, reviewConflict],
  [5, takeBackMerge],
  [3, mergeAgain],
]
const deck = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step))

/** The longest history. Most are shorter, since a mistake shows best where little else happens: half have at most 31 steps. */
export const longestHistory = 120

/**
 * Plays one random history and throws where a promise is broken: computers edit, undo, exchange files new
 * and old, restart and have their clocks set wrong; in the end all exchange until nothing is new.
 * @param tally counts what happened, so that a fuzz can tell that it did something
 * @returns the world at its end, all computers at one
 */
export function runHistory({ seed, pack, tally }: { readonly seed: number; readonly pack: Pack; readonly tally: Tally }): World {
  const random = createRandom(seed)
  const world = createWorld({ random, pack, tally })
  const length = 1 + Math.floor(longestHistory * (random.below(1_000_000) / 1_000_000) ** 2)
  const copyAt = random.chance(0.1) ? random.below(Math.min(length, 15)) : -1
  if (random.chance(0.15)) watch(world, random.pick(world.windows))
  for (let index = 0; index < length; index += 1) {
    // mostly no time passes at all, so that stamps meet
    world.time += random.chance(0.6) ? 0 : random.pick([1, 2, 1_000, 3_600_000, 86_400_000])
    const window = random.pick(world.windows)
    // copy and copied write at once, so under the same stamp
    if (index === copyAt) for (const twin of [window, copyComputer(world, window)]) setStatus(world, twin)
    random.pick(deck)(world, window)
  }
  exchangeAll(world)
  judgeEnd(world)
  tally.steps += length
  if (length > longestHistory / 2) tally.longHistories += 1
  tally.histories += 1
  return world
}
