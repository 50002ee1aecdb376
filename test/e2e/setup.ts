import { execFileSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { findChromium } from '../chromium/find.ts'

const root = resolve(import.meta.dirname, '../..')
const built = ['dist/renderer/index.html', 'dist/main/main.js', 'dist/preload/preload.cjs', 'dist/cli/plan.js']
const sources = ['{shared,electron,renderer}/**/*.{ts,tsx,css,html}', 'build/vite.config.ts', 'package.json']

/** Before the first end-to-end spec: what takes long and is the same for all of them. */
export async function setup(): Promise<void> {
  await findChromium()
  if (oldestTime(built) < newestTime(sources)) build()
}

/** In a process of its own: vitest sets NODE_ENV to `test`, and the specs are about what ships. */
function build(): void {
  const { NODE_ENV: _, ...env } = process.env
  const vite = resolve(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' })
}

function oldestTime(paths: readonly string[]): number {
  return Math.min(...paths.map((path) => statSync(resolve(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0))
}

function newestTime(patterns: readonly string[]): number {
  return Math.max(...globSync([...patterns], { cwd: root }).map((path) => statSync(resolve(root, path)).mtimeMs))
}
