import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const double = join(import.meta.dirname, 'double/electron.ts')

/** Starts an app that has to end by itself, so that Playwright, which waits for a window, is of no use: what it said, and its code. */
export async function endedStart(options: {
  readonly app: string
  readonly folder: string
  readonly words?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}): Promise<{ readonly said: string; readonly code: number | null }> {
  const { app, folder } = options
  const program = spawn(process.execPath, [double, app, ...(options.words ?? [])], {
    env: { ...process.env, QUARTERDECK_PROFILE: join(folder, 'profile'), XDG_CONFIG_HOME: join(folder, 'config'), ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 30_000,
  })
  const [said, [code]] = await Promise.all([text(program.stderr), once(program, 'exit') as Promise<[number | null]>])
  return { said, code }
}
