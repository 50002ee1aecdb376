import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Paths of what belongs to the project: what git knows, or would take with the next commit. */
export function projectFiles(): readonly string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path))) : filesIn('.')
}

/** Without git (a machine has none, or the project came as an archive): what is there, but for what `.gitignore` names. */
export function filesIn(folder: string): readonly string[] {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter((line) => line !== '')
  const isIgnored = (name: string, isFolder: boolean): boolean => name === '.git' || ignored.some((line) => (isFolder ? line === `${name}/` : line.startsWith('*') && name.endsWith(line.slice(1))))
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !isIgnored(entry.name, entry.isDirectory()))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
}

export function isSource(path: string): boolean {
  return /\.(ts|tsx|css)$/.test(path)
}
