/**
 * What a share needs of the folder or the server that lies between computers: a place for named texts. It may lose all of
 * them at any time, hand out an old one, half of one, or one twice; nothing counts on what it says. No call throws.
 * `test/shared/share/mailbox-laws.ts` says as tests what one has to do when nothing goes wrong.
 */
export interface Mailbox {
  /** Up to how many bytes a replica's whole plan is written again for an edit, rather than the news alone. */
  readonly wholeUpTo: number
  /** What lies in it, in no order; what is not ours (a foreign file, a symbolic link) is left out. */
  readonly list: () => Promise<Mailed<readonly MailItem[]>>
  /** The text under a name, as far as it is there; null where there is none. */
  readonly get: (name: string) => Promise<Mailed<string | null>>
  /**
   * Puts a text under a name, in the place of the one there. What it answers tells this text from others in a later list.
   * @param known what was listed or put there last, null where nothing was: where another lies there by now, as far as can
   * be told in that moment, it stays and the answer is `changed`. Left out, whatever lies there is replaced
   */
  readonly put: (name: string, text: string, known?: MailItem | null) => Promise<Mailed<MailItem>>
  /** Told whenever something in it may have changed, or it can be reached again. Returns how to stop. */
  readonly watch: (listener: () => void) => () => void
  /** Whether it can be reached, as far as is known without asking. */
  readonly status: () => MailboxStatus
  /** Who else has the plan open; absent where nobody can tell. */
  readonly presence?: Presence
  /** Resolves when what was begun is done or given up. */
  readonly close: () => Promise<void>
}

/** What lies in a mailbox, as its list tells without reading it. */
export interface MailItem {
  readonly name: string
  /** Another one whenever the text is another; never read, only compared. */
  readonly version: string
  /** Of the text as UTF-8. */
  readonly bytes: number
}

/**
 * Why nothing was read or written. `asks`: the browser wants a person's word first. `signIn`: what a server has to be
 * shown is not known any more. `refused`: no right to it, or wrong credentials. `tooLarge`: more than it takes. `changed`:
 * what was to be replaced is another by now. `gone`: what was put is gone soon after, time and again.
 */
export const mailFailures = ['unreachable', 'asks', 'signIn', 'refused', 'full', 'tooLarge', 'changed', 'gone', 'failed'] as const
export type MailFailure = (typeof mailFailures)[number]

export type Mailed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: MailFailure }

export type MailboxStatus = { readonly kind: 'reachable' } | { readonly kind: 'connecting' } | { readonly kind: 'out'; readonly reason: MailFailure }

/** Somebody who has the plan open just now, in their own words: hostile text like any other. */
export interface Present {
  readonly replica: string
  readonly name: string
}

export interface Presence {
  /** Says that this computer has the plan open, or, with null, that it no longer has. */
  readonly announce: (self: Present | null) => void
  readonly others: () => readonly Present[]
  readonly subscribe: (listener: () => void) => () => void
}
