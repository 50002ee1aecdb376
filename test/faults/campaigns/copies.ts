import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRandom, type Random } from '../../shared/changes/history/random.ts'
import { isWanted, type Campaign, type Figure, type Orders } from '../harness/figure.ts'
import { fillMachine, type Filled } from '../harness/filled.ts'
import type { Machine } from '../harness/machine.ts'
import { copyFiles, copyFolder, databaseFolder, type DataFile } from '../harness/profile-files.ts'
import { startAgain } from '../harness/recovered.ts'

export const copies: Campaign = {
  name: 'copies',
  about: 'The second copy is damaged and the database is whole: nothing is lost, and the copy is mended, so that the next time it saves the plan alone.',
  unit: 'random bytes, beside the other damage',
  rounds: 10,
  run: damageCopies,
}

/** A quarter of a minute after a plan was opened its log is held against the journal, line by line. */
const provenAfterMs = 18_000

type Harm = (machine: Machine, random: Random) => Promise<void>

/** The files with what the planner wrote; those beside them are the browser's own list of names. */
const written = (machine: Machine): readonly DataFile[] => copyFiles(machine.profile).filter(({ path, size }) => /\/t\/\d\d\/\d+$/.test(path) && size > 0)

const harms: Readonly<Record<string, Harm>> = {
  'each file cut to half': async (machine) => {
    for (const { path } of written(machine)) await change(path, (bytes) => bytes.subarray(0, bytes.length >> 1))
  },
  'each file emptied': async (machine) => {
    for (const { path } of written(machine)) await writeFile(path, '')
  },
  'each file with 64 bytes flipped': async (machine, random) => {
    for (const { path } of written(machine)) await change(path, (bytes) => flip(bytes, random.below(Math.max(1, bytes.length - 64)), 64))
  },
  'each file deleted': async (machine) => {
    for (const { path } of written(machine)) await rm(path)
  },
  'its folder deleted': (machine) => rm(copyFolder(machine.profile), { recursive: true }),
}

async function damageCopies(orders: Orders): Promise<readonly Figure[]> {
  const { rounds, seed, say, isShort = false } = orders
  const filled = await fillMachine(isShort ? { goals: 200, edits: 5, isSettled: false } : { goals: 400 })
  try {
    const figures: Figure[] = []
    for (const [name, harm] of Object.entries(harms)) {
      if (!isWanted(orders, name)) continue
      figures.push(await harmed({ filled, name, harm, seed, waitMs: isShort ? 500 : provenAfterMs }))
      say(`${name}: ${figures.at(-1)?.broken.join('; ') || 'nothing lost'}`)
    }
    const byte: Harm = async (machine, random) => {
      const file = random.pick(written(machine))
      await change(file.path, (bytes) => flip(bytes, random.below(bytes.length), 1))
    }
    const bytes: Figure[] = []
    for (let round = 0; round < rounds; round += 1) bytes.push(await harmed({ filled, name: 'a random byte', harm: byte, seed: seed + round, waitMs: provenAfterMs }))
    const broken = bytes.flatMap((figure) => figure.broken)
    const whole = bytes.filter((figure) => figure.broken.length === 0).length
    return rounds === 0 ? figures : [...figures, { what: `a random byte of the second copy, ${rounds} times`, measured: `${whole} of ${rounds} whole, then from the second copy alone too`, broken }]
  } finally {
    await filled.machine.remove()
  }
}

interface Harmed {
  readonly filled: Filled
  readonly name: string
  readonly harm: Harm
  readonly seed: number
  readonly waitMs: number
}

async function harmed({ filled, name, harm, seed, waitMs }: Harmed): Promise<Figure> {
  const machine = await filled.machine.clone()
  const what = `the second copy damaged: ${name}`
  const again = `(npm run faults -- copies --seed ${seed})`
  try {
    await harm(machine, createRandom(seed))
    const { problems } = await startAgain({ machine, filled, waitMs })
    // what has been edited since is no loss
    await rm(databaseFolder(machine.profile).path, { recursive: true })
    const alone = problems.length > 0 ? { problems: [] } : await startAgain({ machine, filled: { ...filled, board: null } })
    const broken = [...problems.map((problem) => `${what}: ${problem} ${again}`), ...alone.problems.map((problem) => `${what}; then, from the second copy alone: ${problem} ${again}`)]
    return { what, measured: broken.length === 0 ? 'whole, 0 edits lost; then whole from the second copy alone' : 'not whole', broken }
  } finally {
    await machine.remove()
  }
}

async function change(path: string, by: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(path, by(await readFile(path)))
}

function flip(bytes: Buffer, from: number, count: number): Buffer {
  for (let at = from; at < Math.min(bytes.length, from + count); at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}
