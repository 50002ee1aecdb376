import type { Steps } from '../changes/steps.ts'
import type { FileAuthor } from '../file/plan-file.ts'
import { writePlanInSteps } from '../file/write-plan-file.ts'
import { isBookkeeping } from '../model/ids.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { isLive, type PlanView } from '../plan/plan-view.ts'
import { rollupOf } from '../plan/rollup.ts'
import { shortDigest } from './backup-name.ts'

/** A plan as it is written to a backup: a plan file like any other, and what its name says of it. */
export interface WrittenBackup {
  readonly text: string
  readonly goals: number
  readonly records: number
  readonly digest: string
}

interface WriteBackup {
  readonly view: PlanView
  readonly by: FileAuthor
  /** When, as ISO 8601 text. */
  readonly at: string
  /** Name and version of the app. */
  readonly app: string
}

/** How many records are looked at between two pauses. */
const stepSize = 200

/** Writes a backup in steps of a few milliseconds. */
export function* writeBackupInSteps({ view, by, at, app }: WriteBackup): Steps<WrittenBackup> {
  const text = yield* writePlanInSteps({ set: view.set, by, at, app })
  yield
  let [records, seen] = [0, 0]
  for (const { id } of valuesOf(view.set.records)) {
    if (!isBookkeeping(id) && isLive(view, id)) records += 1
    seen += 1
    if (seen % stepSize === 0) yield
  }
  const digest = statedDigest(text)
  if (digest === null) throw new Error('a plan file of ours states its digest')
  return { text, records, goals: rollupOf(view, 'root').goals, digest: shortDigest(digest) }
}

/** The digest that a file of ours states; it stands last. Null where none does. */
export function statedDigest(text: string): string | null {
  return /"digest":\s*"(sha256:[0-9a-f]{64})"\s*\}\s*$/.exec(text.slice(-200))?.[1] ?? null
}
