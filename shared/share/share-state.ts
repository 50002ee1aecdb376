import { mailFailures, type Present } from './mailbox.ts'

/** How the exchange of a shared plan stands, for the screen. Times are milliseconds since 1970 by this computer's clock. */
export interface ShareState {
  readonly standing: ShareStanding
  /** The computers that take part, this one left out; the last seen first. */
  readonly members: readonly ShareMember[]
  /** Who else has the plan open now; null where nobody can tell. */
  readonly present: readonly Present[] | null
  /** What waits for a person's word, since a clock runs far ahead. */
  readonly heldBack: readonly HeldBack[]
  /** At whom something of this computer waits like that, since its own clock ran ahead, by what they say. */
  readonly heldAt: readonly HeldBack[]
  /** What lies there and can't be read, or not yet. */
  readonly unread: readonly Unread[]
}

/**
 * Why nothing goes out. `readOnly`: what others put is read, and nothing may be put. `otherPlan`: the place belongs to another
 * plan by now. `newer`: a newer version has made it its own.
 */
export const outReasons = [...mailFailures, 'readOnly', 'otherPlan', 'newer'] as const
export type OutReason = (typeof outReasons)[number]

/** `waiting` counts changes made here that aren't there yet. */
export type ShareStanding =
  /** Not looked into since the start. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'upToDate'; readonly at: number }
  | { readonly kind: 'waiting'; readonly waiting: number }
  | { readonly kind: 'out'; readonly reason: OutReason; readonly since: number; readonly waiting: number }

export interface ShareMember {
  readonly replica: string
  readonly name: string
  /** When it last wrote, by its own clock; null where it doesn't say. */
  readonly at: number | null
  /** What it lacks of what is known here, by what it has said: see `behind.ts`. */
  readonly behind: readonly string[]
  /** Whether it has gone without some of that for minutes; before that nothing can be said, as who has it says so only after a while. */
  readonly lags: boolean
}

export interface HeldBack {
  readonly replica: string
  readonly name: string
  /** How far ahead the clock is that wrote it. */
  readonly byMs: number
  /** Whether that clock was set right since: what it had written waits all the same. */
  readonly isSet: boolean
}

/**
 * Why something is not taken in. `half`: it isn't whole, as while a folder is still being synchronised. `byHand`: a person
 * changed it. `newer`: a newer version wrote it. `otherPlan`: it belongs to another plan. `refused`: it is no file of ours.
 * `gap`: something between it and what is here has not come yet. `tooMuch`: with it the plan would be larger than can be read
 * again. `unreadable`: the place doesn't hand it out now, or this computer fails at it.
 */
export const unreadReasons = ['half', 'byHand', 'newer', 'otherPlan', 'refused', 'gap', 'tooMuch', 'unreadable'] as const

/** What lies there and isn't taken in. */
export interface Unread {
  readonly item: string
  readonly why: (typeof unreadReasons)[number]
}
