import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Bridge, CallInput, CallOutput } from '../../shared/bridge/contract.ts'
import type { CallName } from '../../shared/bridge/names.ts'
import { watchForStrays } from '../chromium/strays.ts'

const root = resolve(import.meta.dirname, '../..')

/** Electron's own program when `ELECTRON` names one, else the double; the specs are the same for both. */
const program = process.env['ELECTRON'] ?? join(import.meta.dirname, 'double/electron.ts')

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
}

/**
 * Starts the app in `folder` (the compiled planner, unless another is named) with a profile of its own and waits for
 * its first window. Who calls closes it.
 */
export async function launchApp(options: {
  readonly profile: string
  readonly folder?: string
  readonly files?: readonly string[]
  /** As for a browser: where a spec that provokes them wants what its pages did that they may not. */
  readonly strays?: string[]
  readonly servers?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}): Promise<Launched> {
  const app = await _electron.launch({
    executablePath: program,
    args: [options.folder ?? root, ...(options.files ?? [])],
    cwd: root,
    env: { ...environment(), ...options.env, QUARTERDECK_PROFILE: options.profile },
  })
  await watchForStrays(app.context(), options.strays, options.servers)
  const page = await app.firstWindow()
  await page.waitForURL(/^(?!about:)/) // a window is there before its page
  return { app, page }
}

/** Calls the bridge from the page, as the renderer would. */
export function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = page.evaluate(
    ([called, argument]) => (window as unknown as { quarterdeck: Bridge }).quarterdeck[called](argument as never),
    [name, input] as const,
  )
  return answer as Promise<CallOutput<N>> // main's handlers are typed by the same contract
}

function environment(): Record<string, string> {
  const given = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(given)
}
