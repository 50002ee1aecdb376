import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const layers = ['shared', 'electron', 'electron/preload', 'renderer', 'build', 'test']

/** What a tool said about one file: TypeScript's code (`TS2304`) or the lint rule (`eslint(no-console)`). */
export interface Finding {
  readonly file: string
  readonly rule: string
}

/**
 * A copy of the fences (every tsconfig, the lint configuration and its plugin) outside the work tree, with `files`
 * behind them: nothing is left in the repository, and runs don't meet.
 */
export async function fencedFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-fences-')))
  await Promise.all([
    ...['tsconfig.json', 'package.json', '.oxlintrc.json', 'build/tsconfig.base.json', 'build/lint', ...layers.map((layer) => `${layer}/tsconfig.json`)].map((path) =>
      cp(join(root, path), join(folder, path), { recursive: true }),
    ),
    linkPackages(folder),
  ])
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

/** Package by package, so that the compiler's cache below `node_modules` is not the one of the work tree. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'))
  const names = (await readdir(join(root, 'node_modules'))).filter((name) => !name.startsWith('.'))
  await Promise.all(names.map((name) => symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name))))
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

export async function compilerFindings(folder: string): Promise<readonly Finding[]> {
  const said = await run(folder, [join(root, 'node_modules/typescript/bin/tsc'), '-b', '--force', '--pretty', 'false'])
  return [...said.matchAll(/^(\S[^(]*)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file = '', rule = '']) => ({ file, rule }))
}

export async function lintFindings(folder: string): Promise<readonly Finding[]> {
  const said = await run(folder, [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', ...layers])
  const { diagnostics } = JSON.parse(said) as { readonly diagnostics: readonly { readonly filename: string; readonly code: string }[] }
  return diagnostics.map(({ filename, code }) => ({ file: filename, rule: code }))
}

/** What a program of Node prints; these two end with an error code when they find something, which is what they are here for. */
function run(folder: string, command: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(process.execPath, command, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (problem, stdout, stderr) => {
      if (problem !== null && typeof problem.code !== 'number') fail(problem)
      else if (stdout === '' && stderr !== '') fail(new Error(stderr))
      else done(stdout)
    })
  })
}
