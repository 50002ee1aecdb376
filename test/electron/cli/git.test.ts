import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Ran } from './run-plan.ts'
import { branchA, branchAOn, branchB, start, stateOf } from './two-branches.ts'

// git starts npm, which starts the command line, and a busy machine takes its time for each
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const project = resolve(import.meta.dirname, '../../..')
const hasGit = spawnSync('git', ['--version']).status === 0
const path = "the team's plan/tec3.plan.json"

/** The lines that the README tells people to type, word for word. */
const configuration = /```sh\n(echo '\*\.plan\.json[^`]*)```/.exec(readFileSync(join(project, 'README.md'), 'utf8'))?.[1] ?? ''

let home: string
let repository: string
let count = 0

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-git-'))
  symlinkSync(project, join(home, 'quarterdeck'))
})
afterAll(() => rmSync(home, { recursive: true }))

/** Without the settings of whoever runs the tests, and without what an outer git told them. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && !name.startsWith('npm_'))
  return { ...Object.fromEntries(own), HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_EDITOR: 'true', GIT_PAGER: 'cat', LC_ALL: 'C' }
}

function shell(command: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: repository, env: environment(), encoding: 'utf8' })
  return { exit: status, out: stdout, err: stderr }
}

const git = (...args: readonly string[]): Ran => shell('git', args)

function succeeded({ exit, out, err }: Ran): string {
  if (exit !== 0) throw new Error(`ended with ${exit}: ${err}${out}`)
  return out
}

/** Git that has to succeed. */
const done = (...args: readonly string[]): string => succeeded(git(...args))

const written = (): string => readFileSync(join(repository, path), 'utf8')

function commit(file: string, message: string): void {
  writeFileSync(join(repository, path), file)
  done('add', '--', path)
  done('commit', '-q', '-m', message)
}

/** Two branches from one commit: `main`, which is checked out, and `other`. */
function branches({ main, other }: { readonly main: string; readonly other: string }): void {
  done('checkout', '-q', '-b', 'other')
  commit(other, 'other')
  done('checkout', '-q', 'main')
  commit(main, 'main')
}

const both = { g: 'Deploy blocked', h: 'Of the other branch todo', conflicts: 1 }

test('[L28] the README says in four lines how git learns to merge plans', () => {
  expect(configuration.trim().split('\n')).toHaveLength(4)
})

test.runIf(!hasGit)('[L28] without git its merges are not tried; the driver itself is, in merge-driver.test.ts', () => {
  process.stderr.write('git was not found: merging plans by git was not tried\n')
  expect(hasGit).toBe(false)
})

describe.runIf(hasGit)('git', () => {
  beforeEach(() => {
    count += 1
    repository = join(home, `plans-${count}`)
    mkdirSync(join(repository, "the team's plan"), { recursive: true })
    done('init', '-q', '-b', 'main')
    done('config', 'user.name', 'SRE laptop')
    done('config', 'user.email', 'sre@example.org')
    succeeded(shell('sh', ['-e', '-c', configuration]))
    done('add', '.gitattributes')
    commit(start, 'start')
  })

  test('[L28] merges two branches that edited one plan, without a conflict', () => {
    branches({ main: branchA, other: branchB })
    expect(git('merge', '-q', 'other')).toMatchObject({ exit: 0 })
    expect(stateOf(written())).toEqual(both)
    expect(done('status', '--porcelain')).toBe('')
    expect(git('merge', 'other').out).toContain('Already up to date')
  })

  test('[L28] would leave conflict markers without those lines', () => {
    done('config', '--remove-section', 'merge.quarterdeck')
    branches({ main: branchA, other: branchB })
    expect(git('merge', '-q', 'other').exit).toBe(1)
    expect(written()).toContain('<<<<<<<')
  })

  test('[L28] rebases a branch onto the other', () => {
    branches({ main: branchA, other: branchB })
    done('rebase', '-q', 'other')
    expect(stateOf(written())).toEqual(both)
    expect(done('log', '--format=%s').trim().split('\n')).toEqual(['main', 'other', 'start'])
  })

  test('[L28] picks a commit of another branch', () => {
    branches({ main: branchA, other: branchB })
    done('cherry-pick', 'other')
    expect(stateOf(written())).toEqual(both)
  })

  test('[L28] merges a branch with what is only stashed', () => {
    writeFileSync(join(repository, path), branchA)
    done('stash', '-q')
    commit(branchB, 'main')
    expect(git('stash', 'pop', '-q')).toMatchObject({ exit: 0 })
    expect(stateOf(written())).toEqual(both)
  })

  test('[L28] merges a plan that was edited by hand on one branch, and in the app on the other', () => {
    branches({ main: branchA, other: start.replace('"Deploy"', '"Deploy it"') })
    expect(git('merge', '-q', 'other')).toMatchObject({ exit: 0 })
    expect(stateOf(written())).toEqual({ g: 'Deploy it done', h: null, conflicts: 0 })
  })

  test('[L29] merges a plan that both branches added, without a base', () => {
    done('rm', '-q', '--', path)
    done('commit', '-q', '-m', 'none')
    mkdirSync(join(repository, "the team's plan"), { recursive: true })
    done('checkout', '-q', '-b', 'other')
    mkdirSync(join(repository, "the team's plan"), { recursive: true })
    commit(branchB, 'other')
    done('checkout', '-q', 'main')
    mkdirSync(join(repository, "the team's plan"), { recursive: true })
    commit(branchA, 'main')
    expect(git('merge', '-q', 'other')).toMatchObject({ exit: 0 })
    expect(stateOf(written())).toEqual(both)
  })

  test.each([
    ['theirs', { main: branchA, other: `${branchB.slice(0, 200)}\n` }],
    ['ours', { main: branchA.replace('"goals"', '"goals'), other: branchB }],
    ['another plan', { main: branchA, other: branchB.replaceAll('plan:p', 'plan:q') }],
  ])('[L29] leaves what is refused (%s) to people as a conflict, with both sides as they were', (_, sides) => {
    branches(sides)
    const ran = git('merge', 'other')
    expect([ran.exit, ran.out]).toEqual([1, expect.stringContaining('CONFLICT (content)')])
    expect(`${ran.out}${ran.err}`).toContain(`${path} (`)
    expect(written()).toBe(sides.main)
    expect([done('show', `:2:${path}`), done('show', `:3:${path}`)]).toEqual([sides.main, sides.other])
  })

  test('[L30] takes nothing out of a plan by a merge: an edit that was reverted comes back with a branch that has it', () => {
    commit(branchA, 'main')
    done('checkout', '-q', '-b', 'other')
    commit(branchAOn, 'other')
    done('checkout', '-q', 'main')
    done('revert', '--no-edit', 'HEAD')
    expect(stateOf(written())).toEqual({ g: 'Deploy todo', h: null, conflicts: 0 })
    done('merge', '-q', '--no-edit', 'other')
    expect(written()).toBe(branchAOn)
  })

  test('[L31] git diff shows how the board differs, and git difftool what plan diff says', () => {
    commit(branchA, 'main')
    expect(done('diff', 'HEAD~1')).toMatch(/^-To do \(1\)$\n^\+Done \(1\)$/m)
    const said = done('difftool', '-y', '-x', 'npm --prefix ~/quarterdeck run -s plan -- diff', 'HEAD~1')
    expect(said).toContain('  ~ Deploy (Q2, Done)\n      Status: To do → Done\n')
  })
})
