import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/**
 * The compiled main and preload with an empty page in place of the planner, which would answer for itself: it takes the
 * files that are handed over, and feeds the menu. Returns the folder to start.
 */
export async function makeBareApp(options: { readonly folder: string }): Promise<string> {
  const app = join(options.folder, 'app')
  await mkdir(join(app, 'dist/renderer'), { recursive: true })
  for (const part of ['package.json', 'dist/main', 'dist/preload']) await cp(join(root, part), join(app, part), { recursive: true })
  await writeFile(join(app, 'dist/renderer/index.html'), '<!doctype html><meta charset="utf-8"><title>Bare</title>')
  return app
}
