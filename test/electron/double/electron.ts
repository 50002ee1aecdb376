#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { startChromium } from './chromium.ts'
import { watchTargets } from './targets.ts'

// A program that stands in for Electron's. What it can and cannot show is in README.md beside it.
// Started as `electron.ts --inspect=0 --remote-debugging-port=0 FOLDER …`, as Playwright's `_electron.launch` does.

const modulePath = new URL('./module.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: modulePath, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})

process.argv.splice(0, 1) // like Electron's own: the program first, no interpreter before it
const folder = process.argv.slice(1).find((each) => !each.startsWith('-')) ?? '.'
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  readonly main: string
  readonly productName: string
  readonly version: string
}
app.name = manifest.productName
app.release = manifest.version

inspector.open(0, '127.0.0.1') // prints "Debugger listening on ws://…"
await import(pathToFileURL(resolve(folder, manifest.main)).href)

// Electron is ready only once main has been evaluated: a main that waits for it at the top level waits for ever.
// One that has not the lock opens no window, and may have no folder for a browser.
if (!app.isLocked) {
  const chromium = await startChromium({ profile: join(app.getPath('userData'), 'double') })
  app.whenFinished = chromium.stop
  await watchTargets()
  console.error(`DevTools listening on ${chromium.address}`)
}
app.becomeReady()
