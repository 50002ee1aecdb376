import type { RecordId } from '../model/ids.ts'
import { fieldsOf } from '../model/records.ts'
import { isSameSaid, specFor, type Said, type SaidValue } from './own-said.ts'
import type { OwnTag } from './own-tags.ts'

/** A line of a page, with what stands in a comment behind it. */
export interface OwnLine {
  readonly source: string
  readonly tag: OwnTag | null
}

/** A record as a page shows it: the line it is known by, and lines below that. */
export interface ShownRecord {
  readonly head: string
  readonly body: readonly OwnLine[]
}

/** What lines show of a record, and which lines below its head show nothing that can be read. */
export interface ReadShown {
  readonly said: Said
  readonly unread: readonly number[]
}

/** What a record says and its lines don't show, or not to the letter: that stands in its tag. */
export function hiddenOf({ id, said, shown }: { readonly id: RecordId; readonly said: Said; readonly shown: Said }): Said {
  const specs = fieldsOf(id)
  const names = new Set([...Object.keys(said), ...Object.keys(shown)])
  const hidden = [...names].toSorted().flatMap((name): readonly (readonly [string, SaidValue])[] => {
    const spec = specFor(specs, name)
    if (isSameSaid(spec, said[name], shown[name])) return []
    return [[name, said[name] ?? (spec?.isSet === true ? [] : null)]]
  })
  return Object.fromEntries(hidden)
}

/**
 * What a record says by its lines and its tag. A field in the tag counts where the lines show what they showed when
 * the page was written; where somebody has edited them, what they show now counts.
 * @param showAgain what the lines of a record that says this would show
 */
export function unitedSaid({ id, shown, hidden, showAgain }: { readonly id: RecordId; readonly shown: Said; readonly hidden: Said; readonly showAgain: (said: Said) => Said }): Said {
  if (Object.keys(hidden).length === 0) return shown
  const specs = fieldsOf(id)
  const before = showAgain({ ...shown, ...hidden })
  const kept = Object.entries(hidden).filter(([name]) => isSameSaid(specFor(specs, name), before[name], shown[name]))
  return { ...shown, ...Object.fromEntries(kept) }
}
