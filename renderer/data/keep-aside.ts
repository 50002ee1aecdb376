import type { CommitRow } from './commit-row.ts'
import type { PlanCopy } from './plan-copy.ts'
import type { StoragePlatform } from './platform.ts'

/** How many times damaged data is kept; older goes. */
const most = 3

interface KeepAside {
  readonly copy: PlanCopy
  readonly platform: Pick<StoragePlatform, 'now' | 'keepDamaged'>
  readonly commits: readonly unknown[]
  /** The parts of the checkpoint. */
  readonly checkpoints: readonly unknown[]
  /** What the journal has of commits of which a part is missing, and which are not put back. */
  readonly ofJournal: readonly CommitRow[]
}

/**
 * Keeps what is left of damaged data: the files of the database, where the host can get at them, and the rows that it
 * still gave when it was found damaged, as JSON among the copies. By now another window may have mended it. False where
 * nothing was left or could be kept.
 */
export async function keepAside({ copy, platform, ...rows }: KeepAside): Promise<boolean> {
  const files = await platform.keepDamaged()
  const [commits, checkpoints, journal] = [rows.commits.flatMap(asJson), rows.checkpoints.flatMap(asJson), rows.ofJournal.flatMap(asJson)]
  if (commits.length + checkpoints.length + journal.length === 0) return files
  const { copies, folder } = copy
  const name = `damaged-${String(platform.now()).padStart(15, '0')}.json`
  const written = await copies.write({ folder, name, text: `{"commits":[${commits.join(',\n')}],\n"checkpoints":[${checkpoints.join(',\n')}],\n"journal":[${journal.join(',\n')}]}\n` })
  const listed = await copies.list(folder)
  const kept = listed.ok ? listed.value.map((file) => file.name).filter((each) => each.startsWith('damaged-')) : []
  for (const old of kept.toSorted().slice(0, -most)) await copies.remove({ folder, name: old })
  return files || written.ok
}

/** What has no JSON is passed over. */
function asJson(row: unknown): readonly string[] {
  try {
    return [JSON.stringify(row) ?? 'null']
  } catch {
    return []
  }
}
