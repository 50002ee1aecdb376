import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sweepOwnFolders } from '../../electron/main/leftovers.ts'

const saver = fileURLToPath(new URL('./save-without-end.ts', import.meta.url))
const length = 2_000_000

export interface KilledSaves {
  readonly rounds: number
  /** Files that were neither the one before nor the one after. */
  readonly torn: number
  readonly missing: number
  /** Rounds in which the process had saved at least once when it was killed. */
  readonly overwritten: number
  /** Files that killed saves left beside, before and after the start that follows. */
  readonly leftovers: number
  readonly leftoversAfterStart: number
}

/**
 * Kills a process that saves one file without end, so many times, each at another moment, and counts what it left.
 * `plain` writes over the file as most programs do, to compare with.
 */
export async function killedSaves(options: { readonly rounds: number; readonly how?: 'atomic' | 'plain' }): Promise<KilledSaves> {
  const { rounds, how = 'atomic' } = options
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-killed-'))
  const path = join(folder, 'tec3.plan.json')
  const counts = { torn: 0, missing: 0, overwritten: 0, leftovers: 0, leftoversAfterStart: 0 }
  for (let round = 0; round < rounds; round++) {
    await writeFile(path, 'a'.repeat(length))
    await killWhileSaving({ path, how, after: 3 + ((round * 7) % 29) })
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) counts.missing++
    else if (text.length !== length || !/^(?:a+|b+)$/.test(text)) counts.torn++
    if (text?.startsWith('b') === true) counts.overwritten++
    counts.leftovers += await leftoversIn(folder)
    await sweepOwnFolders({ profile: folder, copies: join(folder, 'copies') })
    counts.leftoversAfterStart += await leftoversIn(folder)
  }
  await rm(folder, { recursive: true })
  return { rounds, ...counts }
}

async function killWhileSaving(options: { readonly path: string; readonly how: string; readonly after: number }): Promise<void> {
  const child = spawn(process.execPath, [saver, options.path, options.how], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  await once(child.stdout, 'data') // it has begun
  await wait(options.after)
  child.kill('SIGKILL')
  await exited
}

/** Everything in the folder but the file itself. */
async function leftoversIn(folder: string): Promise<number> {
  return (await readdir(folder)).filter((name) => name !== 'tec3.plan.json').length
}
