import { changesOf } from '../../../../shared/changes/fold.ts'
import { nameOf, oraclePortrait, writtenBy } from '../oracle.ts'
import { portraitOf } from '../portrait.ts'
import { catchUp, copyComputer, fileOf, mergeFile, openFile, readPage, restart, saveFile, troubleClock } from './exchange-steps.ts'
import { doAgain, edit, takeBack, toggleDeletion } from './local-steps.ts'
import { createRandom } from './random.ts'
import { createWorld, insist, type Pack, type Tally, type Window, type World } from './world.ts'

type Step = (world: World, window: Window) => void

const steps: readonly (readonly [weight: number, step: Step])[] = [
  [30, edit],
  [6, toggleDeletion],
  [8, takeBack],
  [8, doAgain],
  [12, saveFile],
  [18, openFile],
  [3, readPage],
  [5, catchUp],
  [3, restart],
  [7, troubleClock],
]
const deck = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step))

/**
 * Plays one random history and throws where a promise is broken: computers edit, undo, exchange files new
 * and old, restart and have their clocks set wrong; in the end all exchange until nothing is new.
 * @param tally counts what happened, so that a fuzz can tell that it did something
 * @returns the world at its end, all computers at one
 */
export function runHistory({ seed, pack, tally }: { readonly seed: number; readonly pack: Pack; readonly tally: Tally }): World {
  const random = createRandom(seed)
  const world = createWorld({ random, pack, tally })
  const copyAt = random.chance(0.1) ? random.below(15) : -1
  const length = 15 + random.below(45)
  for (let index = 0; index < length; index += 1) {
    // mostly no time passes at all, so that stamps meet
    world.time += random.chance(0.6) ? 0 : random.pick([1, 2, 1_000, 3_600_000])
    const window = random.pick(world.windows)
    // copy and copied write at once, so under the same stamps
    if (index === copyAt) for (const twin of [window, copyComputer(world, window)]) edit(world, twin)
    random.pick(deck)(world, window)
  }
  exchangeUntilQuiet(world)
  judgeEnd(world)
  return world
}

function exchangeUntilQuiet(world: World): void {
  for (let round = 0; ; round += 1) {
    insist(round < 4, 'exchange comes to an end')
    for (const window of world.windows) catchUp(world, window)
    const files = world.windows.map((window) => fileOf(world, window))
    const merges = world.windows.flatMap((window) => world.random.shuffle(files).filter((file) => file.from !== window).map((file) => mergeFile({ world, window, file, asAction: false })))
    if (merges.every((merge) => merge.set === merge.before)) {
      insist(merges.every((merge) => merge.conflicts === 0 && merge.touched === 0), 'once all is exchanged, nothing is news and nothing clashes')
      return
    }
  }
}

function judgeEnd(world: World): void {
  const expected = oraclePortrait(world.made.values())
  for (const { session } of world.windows) {
    const kept = new Set(writtenBy(changesOf(session.set)).map(nameOf))
    const missing = [...world.made.keys()].filter((name) => !kept.has(name))
    insist(missing.length === 0, `no change is ever lost; missing:\n${missing.join('\n')}`)
    insist(portraitOf(session.set) === expected, `all computers hold what the naive model says; one holds:\n${portraitOf(session.set)}\nexpected:\n${expected}`)
  }
  world.tally.cells += world.made.size
}
