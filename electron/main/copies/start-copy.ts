import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, log } from '../log.ts'
import { type Bounds, copyDatabases } from './copy-databases.ts'

/** What a start keeps of the databases as it found them, until the next start: any plan may be opened, and turn out damaged, at any time. */
export interface StartCopy {
  /** Before the first window: a browser that opens a damaged database may empty it. Fails nothing, and ends. */
  take(): Promise<void>
  /** They were damaged: it stays. False where there is nothing to keep. */
  keep(): Promise<boolean>
}

/** As many damaged ones are kept. */
const most = 3
const usualBounds: Bounds = { files: 20_000, bytes: 512 * 2 ** 20, milliseconds: 3000 }

/**
 * Keeps it in `aside/starting`, beside those that were damaged. One that nothing was said of is replaced at the next start.
 */
export function createStartCopy(options: {
  /** Where the databases lie; looked up when the app is ready. */
  readonly databases: () => string
  readonly aside: string
  readonly now: () => Date
  readonly bounds?: Bounds
}): StartCopy {
  const { aside, bounds = usualBounds } = options
  const starting = join(aside, 'starting')
  let kept: Promise<boolean> | null = null

  const keep = async (): Promise<boolean> => {
    const name = `damaged-${options.now().toISOString().replace(/[^0-9TZ]/g, '').toLowerCase()}`
    try {
      await rename(starting, join(aside, name))
      log('damaged databases kept')
    } catch (error) {
      log('damaged databases not kept', { code: codeOf(error) })
      return false
    }
    await removeOldest({ aside, except: name })
    return true
  }

  return {
    async take() {
      const started = performance.now()
      try {
        await rm(starting, { recursive: true, force: true })
        const copied = await copyDatabases({ from: options.databases(), to: starting, bounds })
        log('databases copied', { ...copied, milliseconds: Math.round(performance.now() - started) })
      } catch (error) {
        log('databases not copied', { code: codeOf(error) }) // ENOENT at a first start
      }
    },
    keep() {
      kept ??= keep() // several windows and plans may say so; it is one copy
      return kept
    },
  }
}

/** By name, which is by time; the one just kept stays also where the clock went back. */
async function removeOldest(options: { readonly aside: string; readonly except: string }): Promise<void> {
  const { aside, except } = options
  try {
    const others = (await readdir(aside)).filter((name) => name.startsWith('damaged-') && name !== except).toSorted()
    for (const name of others.slice(0, Math.max(0, others.length + 1 - most))) await rm(join(aside, name), { recursive: true, force: true })
  } catch (error) {
    log('old damaged databases not removed', { code: codeOf(error) })
  }
}
