import type { BrowserContext } from 'playwright-core'
import { type OpenApp, setUpComputer, type StartOptions } from '../e2e/app.ts'
import { type NatsServer, startNatsServer } from './nats-server.ts'

/** The built planner in the browsers of two computers, and a real server that both may reach. */
export interface TwoBrowsers {
  readonly server: NatsServer
  readonly here: OpenApp
  readonly there: OpenApp
  readonly close: () => Promise<void>
}

/** @param configOf the server's configuration as text; without it everybody may do everything */
export async function openTwoBrowsers({ configOf, ...options }: { readonly configOf?: Parameters<typeof startNatsServer>[0] } & Omit<StartOptions, 'servers'> = {}): Promise<TwoBrowsers> {
  const server = await startNatsServer(configOf)
  const [one, other] = await Promise.all([setUpComputer(), setUpComputer()])
  const [here, there] = await Promise.all([one, other].map((computer) => computer.start({ ...options, servers: [server.url] })))
  if (here === undefined || there === undefined) throw new Error('two were started')
  return {
    server,
    here,
    there,
    close: async () => {
      await Promise.all([one.remove(), other.remove()])
      await server.close()
    },
  }
}

/**
 * Lets the planner look only where the server tells of something, and not each half minute by itself: what comes then has been told,
 * however long a busy machine takes.
 */
export async function lookOnlyWhenTold(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { setInterval: begin } = window
    const never = 2 ** 31 - 1
    Object.assign(window, { setInterval: (run: () => void, ms?: number) => begin(run, ms === 30_000 ? never : ms) })
  })
}
