/** One line of the table: what was done to the app, what came of it, and what the same does to something plain. */
export interface Figure {
  readonly what: string
  readonly measured: string
  /** What a plain browser, or a plain write, does in the same test; absent where that was not measured. */
  readonly plain?: string | undefined
  /** Each promise that was broken, in a sentence that says how to see it again. */
  readonly broken: readonly string[]
}

/** What a campaign is told. */
export interface Orders {
  /** How often, in the campaign's own unit. */
  readonly rounds: number
  /** A whole number that decides what chance decides. */
  readonly seed: number
  /** Only that in whose name one of these words stands is done, where a campaign does several things. */
  readonly only?: readonly string[] | undefined
  /** With little data, to be done in seconds. */
  readonly isShort?: boolean | undefined
  /** Tells how far it is. */
  readonly say: (line: string) => void
}

export interface Campaign {
  readonly name: string
  /** What it does and promises, in a sentence. */
  readonly about: string
  /** What one round is. */
  readonly unit: string
  readonly rounds: number
  readonly run: (orders: Orders) => Promise<readonly Figure[]>
}

/** Whether something of that name is to be done. */
export function isWanted({ only }: Pick<Orders, 'only'>, what: string): boolean {
  return only === undefined || only.some((words) => what.includes(words))
}

/** A campaign that could not be run here, and why. */
export function skipped(what: string, why: string): Figure {
  return { what, measured: `not run: ${why}`, broken: [] }
}
