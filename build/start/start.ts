import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { browserPort } from '../../shared/bridge/product.ts'
import { buildIfStale } from './build-if-stale.ts'
import { fetchRuntime, filesFrom, findRuntime, hasDisplay, runRuntime } from './runtime.ts'
import { serve } from './server.ts'

// `npm start`: the planner in Electron where that is possible, and in the browser, with the reason, where it is not.

/** All the time that may go by in looking for Electron's runtime, in milliseconds. */
const patience = 15_000
/** An Electron that ends sooner than this, and not well, could not start. */
const tooSoon = 5_000

const root = resolve(import.meta.dirname, '../..')
const electron = join(root, 'node_modules/electron')

const { browser, files } = readArguments()
if (!buildIfStale({ root })) process.exit(1)
const reason = browser ? 'as you asked' : await startElectron()
await startBrowser(reason)

function readArguments(): { readonly browser: boolean; readonly files: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ options: { browser: { type: 'boolean' } }, allowPositionals: true })
    return { browser: values.browser ?? false, files: filesFrom({ names: positionals, env: process.env }) }
  } catch {
    console.error('Usage: npm start [-- [--browser] [FILE …]]')
    process.exit(2)
  }
}

/** Runs Electron and ends with it; returns only when that cannot be, with the reason. */
async function startElectron(): Promise<string> {
  if (!hasDisplay({ platform: process.platform, env: process.env })) return 'because there is no screen for a window'
  if (findRuntime({ folder: electron }) === null) {
    const outcome = await fetchRuntime({ folder: electron, patience })
    if (outcome === 'failed') return "because Electron's runtime is not here and could not be fetched"
    if (outcome === 'late') return `because Electron's runtime is not here and did not come within ${patience / 1000} seconds`
  }
  const program = findRuntime({ folder: electron })
  return program === null ? "because Electron's runtime is not here" : runElectron(program)
}

async function runElectron(program: string): Promise<string> {
  const asRoot = process.getuid?.() === 0
  if (asRoot) console.log("As root, Electron runs only without Chromium's sandbox (--no-sandbox).")
  const run = await runRuntime({ program, args: [root, ...(asRoot ? ['--no-sandbox'] : []), ...files], tooSoon })
  if (run.started) process.exit(run.code)
  return `because Electron could not start (${run.why})`
}

/** Serves the planner until it is stopped. No signal is listened for, so Ctrl+C simply ends it. */
async function startBrowser(why: string): Promise<void> {
  // Another port is another origin, with another, empty library; so there is one, and tests alone take theirs.
  const port = Number(process.env['QUARTERDECK_PORT'] ?? browserPort)
  try {
    const { url } = await serve({ root: join(root, 'dist/renderer'), port })
    console.log(`Quarterdeck runs in your browser ${why}: ${url}`)
    if (files.length > 0) console.log('A browser is not handed files at the start: open yours in the planner.')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    console.error(
      `Port ${port} is taken, perhaps by Quarterdeck itself: http://127.0.0.1:${port}. ` +
        'Your plans belong to this port, so it takes no other; stop what has it and start again.',
    )
    process.exit(1)
  }
}
