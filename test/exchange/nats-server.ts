import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** A real `nats-server` on this computer, on a port of its own, with what it keeps in a folder of its own. */
export interface NatsServer {
  /** `ws://127.0.0.1:…`, or `wss://` where it was given a certificate. */
  readonly url: string
  readonly start: () => Promise<void>
  /** Ends it as a power cut does: it writes nothing more. */
  readonly kill: () => Promise<void>
  /** Takes away all it kept; only while it is ended. */
  readonly empty: () => void
  /** What it keeps, to be copied away and back; only while it is ended. */
  readonly store: string
  readonly places: ServerPlaces
  /** Another configuration, from the next start on. */
  readonly config: (text: string) => void
  readonly close: () => Promise<void>
}

export interface ServerPlaces {
  readonly port: number
  readonly websocket: number
  readonly store: string
}

/** Where `nats-server` is; null where it isn't installed. */
export function natsProgram(): string | null {
  const program = process.env['NATS_SERVER'] ?? 'nats-server'
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0 ? program : null
}

/** @param configOf the configuration as text; without it everybody may do everything */
export async function startNatsServer(configOf: (places: ServerPlaces) => string = openConfig): Promise<NatsServer> {
  const program = natsProgram()
  if (program === null) throw new Error('nats-server is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-nats-'))
  const places: ServerPlaces = { port: await freePort(), websocket: await freePort(), store: join(folder, 'store') }
  const file = join(folder, 'nats.conf')
  const write = (text: string): void => writeFileSync(file, text)
  write(configOf(places))
  let running: ChildProcess | null = null

  const kill = async (): Promise<void> => {
    const ending = running
    running = null
    if (ending === null || ending.exitCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill('SIGKILL')
    await ended
  }
  // a test that failed half-way leaves none behind
  process.on('exit', () => running?.kill('SIGKILL'))
  const start = async (): Promise<void> => {
    const started = spawn(program, ['--config', file], { stdio: ['ignore', 'ignore', 'pipe'] })
    running = started
    let said = ''
    started.stderr.on('data', (data) => (said += String(data)))
    for (let waited = 0; !said.includes('Server is ready'); waited += 20) {
      if (started.exitCode !== null || waited > 20_000) throw new Error(`nats-server did not start: ${said}`)
      await sleep(20)
    }
  }
  await start()
  const isSecure = /^\s*tls\s*[:{]/m.test(configOf(places).split('websocket')[1] ?? '')
  return {
    url: `${isSecure ? 'wss' : 'ws'}://127.0.0.1:${places.websocket}`,
    start,
    kill,
    empty: () => rmSync(places.store, { recursive: true, force: true }),
    store: places.store,
    places,
    config: write,
    async close() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What stands in every configuration of a test: where it listens and where it keeps what it has. */
export function openConfig({ port, websocket, store }: ServerPlaces, more = ''): string {
  return `listen: "127.0.0.1:${port}"
jetstream { store_dir: ${JSON.stringify(store)} }
websocket { host: "127.0.0.1", port: ${websocket}, no_tls: true }
${more}
`
}
