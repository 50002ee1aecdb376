import * as v from 'valibot'
import type { PlanId } from '../model/ids.ts'
import { frameLine, readFramedLines } from './framed-line.ts'

/** A plan that was removed from this computer, of which backups are left. */
export interface RemovedPlan {
  readonly id: PlanId
  readonly title: string
  /** `FY18/19`; nothing where it does not say its first day. */
  readonly year: string
  readonly goals: number
  /** When the newest of them was made, in milliseconds since 1970. */
  readonly at: number
}

/** The file beside the backups of such a plan that says what it was, so that no backup has to be read for that. */
export const removedName = 'removed.log'

const removalNote = v.object({ backup: v.string(), title: v.string(), year: v.string() })

/** What it says, and of which backup, by name: with another one as the newest it says nothing. */
export type RemovalNote = Readonly<v.InferOutput<typeof removalNote>>

export function writeRemovalNote(note: RemovalNote): string {
  return frameLine(JSON.stringify(note))
}

/** Null where it is not what was written, or not of this version. */
export function readRemovalNote(text: string): RemovalNote | null {
  const [line] = readFramedLines(text).texts
  if (line === undefined) return null
  const read = v.safeParse(removalNote, JSON.parse(line))
  return read.success ? read.output : null
}
