import { keyOf, type PlanId } from '../../../shared/model/ids.ts'
import { formatItemName, parseItemName } from '../../../shared/share/item-name.ts'

/**
 * Where the texts of one plan lie on a NATS server: in a stream of its own, the last text of each name under one subject.
 * The key of a plan has letters, digits, `_` and `-` alone, so no plan reaches into another's subjects. What an
 * administrator's permissions have to say is in `build/servers.md`.
 */
export interface PlanSubjects {
  readonly stream: string
  /** All that the stream takes in. */
  readonly kept: readonly string[]
  /** The items alone, without the parts of long ones. */
  readonly items: string
  /** The parts of long ones alone. */
  readonly parts: string
  /** Who has the plan open; not kept. */
  readonly here: string
}

/** A long text lies in one of two places, so that the one before stays whole until the new one is. */
export const slots = ['a', 'b'] as const
export type Slot = (typeof slots)[number]

export function planSubjects(plan: PlanId): PlanSubjects {
  const root = `qd.${keyOf(plan)}`
  return { stream: `QD_${keyOf(plan)}`, kept: [`${root}.item.>`, `${root}.part.>`], items: `${root}.item.>`, parts: `${root}.part.>`, here: `${root}.here` }
}

/** Null where it is the name of no item. */
export function itemSubject(subjects: PlanSubjects, name: string): string | null {
  const parsed = parseItemName(name)
  return parsed === null ? null : `${upTo(subjects)}${formatItemName(parsed).replaceAll('/', '.')}`
}

/** The name of the item under a subject; null where it is none of ours. */
export function itemOf(subjects: PlanSubjects, subject: string): string | null {
  if (!subject.startsWith(upTo(subjects))) return null
  const name = subject.slice(upTo(subjects).length).replaceAll('.', '/')
  const parsed = parseItemName(name)
  return parsed !== null && formatItemName(parsed) === name ? name : null
}

/** @param part counted from 0, or `>` for all of them */
export function partSubject({ item, slot, part }: { readonly item: string; readonly slot: Slot; readonly part: number | '>' }): string {
  return `${item.replace('.item.', '.part.')}.${slot}.${part}`
}

function upTo({ items }: PlanSubjects): string {
  return items.slice(0, -1)
}
