import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Electron's program, when its runtime is there: npm brings only the package, the runtime is fetched later. The package
 * itself is never asked (`require('electron')`), for that starts the fetching.
 */
export function findRuntime(options: { readonly folder: string }): string | null {
  try {
    const program = join(options.folder, 'dist', readFileSync(join(options.folder, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    // No path.txt: nothing was ever fetched.
    return null
  }
}

/** How an attempt to fetch the runtime ended. `late`: it was still at it when the time was up. */
export type FetchOutcome = 'fetched' | 'failed' | 'late'

/** Runs the package's own installer, for so many milliseconds at most: a host that accepts and never answers hangs it. */
export async function fetchRuntime(options: { readonly folder: string; readonly patience: number }): Promise<FetchOutcome> {
  const installer = spawn(process.execPath, [join(options.folder, 'install.js')], {
    stdio: 'ignore',
    timeout: options.patience,
    killSignal: 'SIGKILL',
  })
  const [code, signal] = (await once(installer, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal !== null) return 'late'
  return code === 0 && findRuntime(options) !== null ? 'fetched' : 'failed'
}

/** How a run of the program ended. One that ends badly before it can have shown anything has not started. */
export type RunOutcome = { readonly started: true; readonly code: number } | { readonly started: false; readonly why: string }

/** Runs the program to its end. `tooSoon`, in milliseconds, is how long one that could start at least goes on. */
export async function runRuntime(options: {
  readonly program: string
  readonly args: readonly string[]
  readonly tooSoon: number
}): Promise<RunOutcome> {
  const begun = Date.now()
  const child = spawn(options.program, options.args, { stdio: 'inherit' })
  // `once` rejects when the program could not be run at all.
  const [code, signal] = (await once(child, 'exit').catch(() => [null, null])) as [number | null, NodeJS.Signals | null]
  if (code === 0 || Date.now() - begun > options.tooSoon) return { started: true, code: code ?? 1 }
  return { started: false, why: code === null ? (signal ?? 'it cannot be run') : `exit code ${code}` }
}

/** The files named at the start, from the folder in which the person is: npm runs a script in the folder of its package. */
export function filesFrom(options: { readonly names: readonly string[]; readonly env: Readonly<Record<string, string | undefined>> }): readonly string[] {
  const folder = options.env['npm_lifecycle_event'] === 'start' ? (options.env['INIT_CWD'] ?? '.') : '.'
  return options.names.map((name) => resolve(folder, name))
}

/** Whether a window could be shown. Only on Linux may there be no screen to show it on. */
export function hasDisplay(options: { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>> }): boolean {
  if (options.platform !== 'linux') return true
  return [options.env['DISPLAY'], options.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '')
}
