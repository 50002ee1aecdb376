import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Mutant } from './mutants.ts'

const root = resolve(import.meta.dirname, '../..')

/** Where the tree stands that nothing was done to. */
export const unmutated = 'unmutated'

/** What tests of `shared/` stand on, tests apart. */
const support = ['test/shared/changes', 'test/shared/file', 'test/shared/plan', 'test/shared/share']

/** How a test of one tree ended. */
export interface Outcome {
  readonly tree: string
  readonly file: string
  readonly test: string
  readonly passed: boolean
}

/** Mistakes, and the random histories that must find them as well. */
export interface Campaign {
  readonly mutants: readonly Mutant[]
  /** A test, by its file. */
  readonly histories: string
}

/**
 * A folder with a copy of `shared/` for each mutant, with its mistake in it and the tests that must find it, and one
 * without any mistake and with all these tests. It is outside the work tree: nothing of it can be left behind.
 */
export async function mutatedFolder(campaigns: readonly Campaign[]): Promise<string> {
  const mutants = campaigns.flatMap((campaign) => campaign.mutants)
  const mistakes = await Promise.all(mutants.map(makeMistake))
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-mutants-')))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  // trees share no file, so they can share workers
  await writeFile(join(folder, 'vitest.config.js'), "export default { cacheDir: '.cache', test: { api: { host: '127.0.0.1' }, include: ['*/test/**/*.test.ts'], pool: 'threads', isolate: false } }\n")
  await plantTree(join(folder, unmutated), [...mutants.map(({ killedBy }) => killedBy.file), ...campaigns.map(({ histories }) => histories)])
  await Promise.all(campaigns.flatMap((campaign) => campaign.mutants.map(({ name, killedBy }) => plantTree(join(folder, name), [killedBy.file, campaign.histories]))))
  for (const { path, text } of mistakes) await writeFile(join(folder, path), text)
  return folder
}

/** Runs the tests of all trees in one go. @param env besides the present one */
export async function outcomesIn(folder: string, env: Readonly<Record<string, string>>): Promise<readonly Outcome[]> {
  const report = join(folder, 'report.json')
  await new Promise<void>((done, fail) => {
    const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--reporter', 'json', '--outputFile', report]
    // it ends with an error code where a test fails, which is what mutants are for
    execFile(process.execPath, command, { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 }, (problem) => (problem !== null && typeof problem.code !== 'number' ? fail(problem) : done()))
  })
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report // of vitest's own reporter
  return testResults.flatMap(({ name, assertionResults }) => {
    const [tree = '', ...path] = name.slice(folder.length + 1).split('/')
    return assertionResults.map(({ title, status }) => ({ tree, file: path.join('/'), test: title, passed: status === 'passed' }))
  })
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly { readonly title: string; readonly status: string }[] }[]
}

async function plantTree(folder: string, files: readonly string[]): Promise<void> {
  // the compiler's configuration stays behind: it refers to files above, and what runs here was checked there
  await cp(join(root, 'shared'), join(folder, 'shared'), { recursive: true, filter: (source) => !source.endsWith('tsconfig.json') })
  for (const path of support) await cp(join(root, path), join(folder, path), { recursive: true, filter: (source) => !source.endsWith('.test.ts') })
  for (const file of new Set(files)) await cp(join(root, file), join(folder, file), { recursive: true })
}

/** The text of a file with a mistake in it, and where it goes. */
async function makeMistake({ name, file, from, to }: Mutant): Promise<{ readonly path: string; readonly text: string }> {
  const parts = (await readFile(join(root, file), 'utf8')).split(from)
  if (parts.length !== 2) throw new Error(`Of the mutant ${name}, the text to replace stands in ${file} ${parts.length - 1} times and not once: ${from}`)
  return { path: join(name, file), text: parts.join(to) }
}
