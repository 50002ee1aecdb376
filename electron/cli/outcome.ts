/** What a command comes to: what it writes, what it says, and how it ends. Nothing has been written yet. */
export interface Outcome {
  /** 0 done, 1 refused, 2 misused. */
  readonly exit: 0 | 1 | 2
  /** The result, for standard output or a file; null where there is none. */
  readonly result: string | null
  /** Lines for standard error. */
  readonly said: readonly string[]
}

export function done({ result, said = [] }: { readonly result: string; readonly said?: readonly string[] }): Outcome {
  return { exit: 0, result, said }
}

/** @param result what a program reads where a person reads `reason` */
export function refused(reason: string, result: string | null = null): Outcome {
  return { exit: 1, result, said: [reason] }
}

/** Text as a terminal may show it: what would move its cursor, colour it or turn the writing round is taken out. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
