import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/** One of the computers between which a folder is synchronised. */
export interface SyncthingSide {
  /** The folder as this computer has it. */
  readonly folder: string
  readonly start: () => void
  readonly stop: () => Promise<void>
}

const program = process.env['SYNCTHING'] ?? 'syncthing'

/** Whether Syncthing is on this computer. */
export function hasSyncthing(): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/**
 * Real Syncthing twice on this computer, with a folder between the two, over 127.0.0.1 alone: nothing is announced, looked
 * for, relayed or upgraded. Nothing is started yet.
 */
export async function createSyncthingPair(name: string): Promise<{ readonly sides: readonly [SyncthingSide, SyncthingSide]; readonly close: () => Promise<void> }> {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'quarterdeck-syncthing-')))
  const first = { ...makeHome(join(around, 'first')), port: await freePort() }
  const second = { ...makeHome(join(around, 'second')), port: await freePort() }
  const sides = [first, second].map(({ home, port }): SyncthingSide => {
    const folder = join(home, name)
    mkdirSync(join(folder, '.stfolder'), { recursive: true }) // without it Syncthing takes the folder for one whose drive is gone
    writeFileSync(join(home, 'config.xml'), config({ folder, port, devices: [first, second] }))
    return { folder, ...runner(home) }
  })
  const [one, two] = sides
  if (one === undefined || two === undefined) throw new Error('two are made above')
  return {
    sides: [one, two],
    async close() {
      await Promise.all([one.stop(), two.stop()])
      rmSync(around, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

interface Device {
  readonly id: string
  readonly port: number
}

function makeHome(home: string): { readonly home: string; readonly id: string } {
  const made = spawnSync(program, ['generate', `--home=${home}`, '--no-default-folder'], { encoding: 'utf8' })
  const id = /Device ID: ([0-9A-Z-]{63})/.exec(made.stdout + made.stderr)?.[1]
  if (id === undefined) throw new Error(`Syncthing made no home: ${made.stdout}${made.stderr}`)
  return { home, id }
}

function runner(home: string): Pick<SyncthingSide, 'start' | 'stop'> {
  let running: ChildProcess | null = null
  return {
    start() {
      running ??= spawn(program, ['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'], { stdio: 'ignore', env: { ...process.env, STNOUPGRADE: '1' } })
    },
    async stop() {
      const ending = running
      running = null
      if (ending === null || ending.exitCode !== null) return
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.kill('SIGTERM')
      await ended
    },
  }
}

/** Looks every second for what changed, since a person's usual 10 would be waited for at each step of a test. */
function config({ folder, port, devices }: { readonly folder: string; readonly port: number; readonly devices: readonly Device[] }): string {
  return `<configuration version="36">
  <folder id="plan" label="plan" path="${folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="false" autoNormalize="true">
${devices.map(({ id }) => `    <device id="${id}"></device>`).join('\n')}
    <markerName>.stfolder</markerName>
    <maxConflicts>10</maxConflicts>
  </folder>
${devices.map(({ id, port: at }) => `  <device id="${id}" name="${id.slice(0, 7)}"><address>tcp://127.0.0.1:${at}</address></device>`).join('\n')}
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <startBrowser>false</startBrowser>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <urAccepted>-1</urAccepted>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
`
}
