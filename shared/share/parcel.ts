import { digestInSteps } from '../file/digest.ts'
import { partsInSteps } from '../file/file-parts.ts'
import type { FileAuthor } from '../file/plan-file.ts'
import type { Change } from '../changes/change.ts'
import type { Knows } from '../changes/knows.ts'
import type { Steps } from '../changes/steps.ts'
import type { PlanId } from '../model/ids.ts'

/** The name by which a parcel is known. */
export const parcelFormat = 'annual-plan-news'

/** One of a higher major version is left alone until this app is a newer one; of a higher minor one what isn't known is passed over. */
export const parcelFormatVersion = 1

/**
 * What came into a plan on one computer within an interval: whoever knows all of `from` and takes in the changes knows
 * all of `to`. Whoever lacks something of `from` has to get that first.
 */
export interface Parcel {
  readonly planId: PlanId
  readonly by: FileAuthor
  /** When it was written, as ISO 8601 text. */
  readonly at: string
  readonly level: number
  readonly from: Knows
  readonly to: Knows
  /** `content-mark.ts` of everything that is known at `to`. */
  readonly mark: string
  /** How many bytes its writer's other items have: `plan`, and the levels above this one by number. */
  readonly sizes: ReadonlyMap<string, number>
  /** Its writer came to be from a copied profile: stamps alone don't tell what it knows. */
  readonly readWhole: boolean
  /** Of whom something waits at its writer for a person's word, and by how many milliseconds that is ahead there: whose clock is off learns it from this. */
  readonly holds: ReadonlyMap<string, number>
  readonly changes: readonly Change[]
}

/** The text of a parcel, in steps. */
export function* writeParcelInSteps(parcel: Parcel): Steps<string> {
  const { planId, by, at, level, from, to, mark, sizes, readWhole, holds, changes } = parcel
  const content = { format: parcelFormat, version: parcelFormatVersion, plan: planId, by: { ...by }, at, level, from: sorted(from), to: sorted(to), mark, sizes: sorted(sizes), readWhole, ...(holds.size > 0 && { holds: sorted(holds) }), changes }
  const parts = yield* partsInSteps(content)
  const digest = yield* digestInSteps(parts)
  yield
  // a line for each change, so that versions of a file can be compared
  const lines = [...parts, { key: 'digest', json: JSON.stringify(digest) }].map(({ key, json }) => `${JSON.stringify(key)}:${typeof json === 'string' ? json : listed(json)}`)
  return `{${lines.join(',\n')}}\n`
}

function listed(elements: readonly string[]): string {
  return elements.length === 0 ? '[]' : `[\n${elements.join(',\n')}\n]`
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
