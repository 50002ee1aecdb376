import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { addChanges, emptyChangeSet } from '../../../shared/changes/fold.ts'
import type { Change } from '../../../shared/changes/change.ts'

const program = resolve(import.meta.dirname, '../../../electron/cli/plan.ts')
export const realPagePath = resolve(import.meta.dirname, '../../files/tec3-goals-page.txt')

export interface Ran {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

/** Runs the program as a script would. */
export function plan(argv: readonly string[], { folder, input = '' }: { readonly folder: string; readonly input?: string | Uint8Array }): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { cwd: folder, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return { exit: status, out: stdout, err: stderr }
}

export function fileOf(changes: readonly Change[]): string {
  return writePlanFile({ set: addChanges(emptyChangeSet(), changes).set, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', app: 'test' })
}

/** The file without what says who wrote it and when. */
export function contentOf(file: string): string {
  return file
    .split('\n')
    .filter((line) => !/^ "(?:app|by|at)":/.test(line))
    .join('\n')
}
