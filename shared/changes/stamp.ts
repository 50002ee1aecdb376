/**
 * A hybrid logical clock reading (Kulkarni et al., "Logical Physical Clocks", 2014) as fixed-width text
 * that sorts with `<`: milliseconds since 1970 in 10 base-36 digits, a counter in 3, the writer in 11.
 * Example: `00jp7x2k3a-000-k3f09ab2c10`.
 */
export type Stamp = string

/** Who stamps: a replica's id (10 of `[0-9a-z]`) and the slot of the window that writes (1 of the same). */
export type Writer = string

export interface Clock {
  readonly writer: Writer
  /** Milliseconds of the last stamp handed out or seen. */
  readonly ms: number
  readonly counter: number
}

/** A stamp more than this ahead of the local time is not followed by the local clock. */
export const maxAheadMs = 24 * 60 * 60 * 1000

/**
 * Stamps from outside must sort before this (about the year 14,800): room is left above them, so that a
 * local edit of such a value can still be stamped later.
 */
export const stampCeiling: Stamp = '4'

const maxCounter = 36 ** 3 - 1
/** The end of the year 9999: what a wall clock reads beyond it is taken for that, so that stamps stay below the ceiling. */
const maxWallMs = 253_402_300_799_999
const replicaPattern = /^[0-9a-z]{10}$/
const stampPattern = /^[0-9a-z]{10}-[0-9a-z]{3}-[0-9a-z]{11}$/

/** Whether a text can be the id of a replica. */
export function isReplicaId(text: string): boolean {
  return replicaPattern.test(text)
}

export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && stampPattern.test(value)
}

export function formatStamp({ ms, counter, writer }: Clock): Stamp {
  return `${ms.toString(36).padStart(10, '0')}-${counter.toString(36).padStart(3, '0')}-${writer}`
}

/** Milliseconds since 1970 at which a change was made, by the clock of who made it. */
export function msOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 10), 36)
}

export function writerOf(stamp: Stamp): Writer {
  return stamp.slice(15)
}

/** The replica behind a stamp, whichever of its windows wrote. */
export function replicaOf(stamp: Stamp): string {
  return stamp.slice(15, 25)
}

/** A clock that has handed out nothing yet. */
export function createClock(writer: Writer): Clock {
  return { writer, ms: 0, counter: 0 }
}

/** A clock that goes on from the last stamp its writer made, even where that lies ahead of the wall clock. */
export function resumeClock(clock: Clock, last: Stamp | undefined): Clock {
  return last === undefined ? clock : { writer: clock.writer, ...laterOf(clock, readingOf(last)) }
}

/**
 * The next stamp: later than every one this clock handed out or saw, and later than `after`.
 * What if the wall clock stutters or goes back? The counter runs on from the last reading.
 * What if the counter is full? The next millisecond is taken, ahead of the wall clock; writing never fails.
 * What if the wall clock reads no whole number, or none at all? It is cut to one, or the counter runs on.
 */
export function tick({ clock, now, after }: { readonly clock: Clock; readonly now: number; readonly after?: Stamp | undefined }): {
  readonly clock: Clock
  readonly stamp: Stamp
} {
  const floor = after === undefined ? clock : laterOf(clock, readingOf(after))
  const wall = Math.min(Math.floor(now), maxWallMs)
  const next = floor.ms < wall ? { ms: wall, counter: 0 } : stepAfter(floor)
  const ticked = { writer: clock.writer, ...next }
  return { clock: ticked, stamp: formatStamp(ticked) }
}

/** The clock after seeing a stamp made elsewhere; one from the far future is not followed. */
export function observe({ clock, stamp, now }: { readonly clock: Clock; readonly stamp: Stamp; readonly now: number }): Clock {
  if (isFarAhead({ stamp, now })) return clock
  return { writer: clock.writer, ...laterOf(clock, readingOf(stamp)) }
}

/** Whether a stamp lies more than a day ahead of the local time: then somebody's clock is off. */
export function isFarAhead({ stamp, now }: { readonly stamp: Stamp; readonly now: number }): boolean {
  return msOf(stamp) > now + maxAheadMs
}

interface Reading {
  readonly ms: number
  readonly counter: number
}

function readingOf(stamp: Stamp): Reading {
  return { ms: msOf(stamp), counter: Number.parseInt(stamp.slice(11, 14), 36) }
}

function laterOf(a: Reading, b: Reading): Reading {
  const later = a.ms > b.ms || (a.ms === b.ms && a.counter >= b.counter) ? a : b
  return { ms: later.ms, counter: later.counter }
}

function stepAfter({ ms, counter }: Reading): Reading {
  if (counter < maxCounter) return { ms, counter: counter + 1 }
  return { ms: ms + 1, counter: 0 }
}
