import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Platform } from 'electron-builder'
import { buildIfStale } from '../start/build-if-stale.ts'
import { root } from './configuration.ts'
import { makePackages } from './make-packages.ts'

// `npm run package`: the packages of this computer's system, or of those that are named, into `release/`. Fetches
// Electron's runtime and electron-builder's tools where they are not here yet; uploads nothing.

const { values } = parseArgs({ options: { linux: { type: 'boolean' }, mac: { type: 'boolean' }, win: { type: 'boolean' }, format: { type: 'string', multiple: true }, runtime: { type: 'string' } } })
const named = [...(values.linux ? [Platform.LINUX] : []), ...(values.mac ? [Platform.MAC] : []), ...(values.win ? [Platform.WINDOWS] : [])]

if (!buildIfStale({ root })) process.exit(1)
const made = await makePackages({
  platforms: named.length > 0 ? named : [Platform.current()],
  output: join(root, 'release'),
  ...(values.format === undefined ? {} : { formats: values.format }),
  ...(values.runtime === undefined ? {} : { runtime: values.runtime }),
})
for (const path of made) console.log(path)
