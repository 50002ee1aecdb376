import type { Knows } from './knows.ts'
import { createClock, isFarAhead, observe, resumeClock, tick, type Clock, type Stamp, type Writer } from './stamp.ts'

/** How many windows of one computer can write at once; each holds one slot. */
export const windowSlots = 16

/** The slot a goals page writes under: never a window's. */
const pageSlot = 'z'

/** The slot under which a file that was changed by hand makes its edits. */
const fileSlot = 'y'

/**
 * The two clocks of one window. `usual` follows real time. `ahead` is used only to write over a value
 * whose stamp lies in the far future, so that one wrong clock elsewhere never drags `usual` with it,
 * and what this window has written stays a rising sequence per writer, as `knows` needs it.
 */
export interface WindowClock {
  readonly usual: Clock
  readonly ahead: Clock
}

/**
 * @param replica this computer's id, 10 of `[0-9a-z]`
 * @param slot the window's slot, 0 to 15
 */
export function createWindowClock({ replica, slot }: { readonly replica: string; readonly slot: number }): WindowClock {
  return { usual: createClock(windowWriter(replica, slot)), ahead: createClock(windowWriter(replica, slot + windowSlots)) }
}

export interface ResumeWindowClock {
  readonly replica: string
  readonly slot: number
  readonly knows: Knows
  readonly now: number
}

/**
 * The clocks of a window that opens a plan that has lost changes, or may have. A clock that others have driven ahead gave
 * them stamps right after theirs, and would give the same ones again: to changes that colleagues may have as others.
 */
export function resumeAfterLoss(options: ResumeWindowClock): WindowClock {
  const { usual, ahead } = resumeWindowClock(options)
  return { usual: { ...usual, ms: usual.ms + afterLossMs }, ahead }
}

/** More than a person could make the counter run on for. */
const afterLossMs = 1_000

/**
 * The clocks of a window that opens a plan: they go on from what this window's writers wrote last, whatever
 * the wall clock says by now, and follow what others wrote as far as it isn't from the far future.
 */
export function resumeWindowClock({ replica, slot, knows, now }: ResumeWindowClock): WindowClock {
  const { usual, ahead } = createWindowClock({ replica, slot })
  const resumed = { usual: resumeClock(usual, knows.get(usual.writer)), ahead: resumeClock(ahead, knows.get(ahead.writer)) }
  return observeAll({ clock: resumed, stamps: knows.values(), now })
}

/** The clocks after seeing stamps made elsewhere. */
export function observeAll({ clock, stamps, now }: { readonly clock: WindowClock; readonly stamps: Iterable<Stamp>; readonly now: number }): WindowClock {
  let { usual } = clock
  for (const stamp of stamps) usual = observe({ clock: usual, stamp, now })
  return { ...clock, usual }
}

/** The writer of a goals page: a key derived from its content, so equal pages stamp equally on every computer. */
export function pageWriter(pageKey: string): Writer {
  return `${pageKey}${pageSlot}`
}

/** Whether a change came from a goals page and not from a person. */
export function isPageWriter(writer: Writer): boolean {
  return writer.endsWith(pageSlot)
}

/** The writer of a file that was changed by hand, or made by a script: a key derived from its text. */
export function fileWriter(fileKey: string): Writer {
  return `${fileKey}${fileSlot}`
}

/** Whether a change was made by hand in a file, or by a script. */
export function isFileWriter(writer: Writer): boolean {
  return writer.endsWith(fileSlot)
}

/** Whether a writer is a window's second one, which writes only over values from the far future. */
export function isAheadWriter(writer: Writer): boolean {
  const slot = Number.parseInt(writer.slice(-1), 36)
  return slot >= windowSlots && slot < 2 * windowSlots
}

/**
 * A stamp for a local edit that replaces a value stamped `after`. It is always later than that, so what a
 * person does is what happens, and it never fails.
 */
export function stampLocal({ clock, now, after }: { readonly clock: WindowClock; readonly now: number; readonly after?: Stamp | undefined }): {
  readonly clock: WindowClock
  readonly stamp: Stamp
} {
  if (after !== undefined && isFarAhead({ stamp: after, now })) {
    const { clock: ahead, stamp } = tick({ clock: clock.ahead, now, after })
    return { clock: { ...clock, ahead }, stamp }
  }
  const { clock: usual, stamp } = tick({ clock: clock.usual, now, after })
  return { clock: { ...clock, usual }, stamp }
}

function windowWriter(replica: string, slot: number): Writer {
  return `${replica}${slot.toString(36)}`
}
