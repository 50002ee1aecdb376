import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const built = ['dist/renderer/index.html', 'dist/main/main.js', 'dist/preload/preload.cjs']
const sources = ['{shared,electron,renderer}/**/*.{ts,tsx,css,html,svg}', 'build/vite.config.ts', 'package.json']

/** Builds the planner unless what was built is younger than everything it is built from. Returns false when that failed. */
export function buildIfStale(options: { readonly root: string }): boolean {
  const { root } = options
  if (timeOf(built, root, Math.min) > timeOf(globSync(sources, { cwd: root }), root, Math.max)) return true
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn']
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function timeOf(paths: readonly string[], root: string, pick: (...times: number[]) => number): number {
  return pick(...paths.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0))
}
