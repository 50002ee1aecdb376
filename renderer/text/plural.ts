/** A word for one and a word for any other number. */
export type Noun = readonly [one: string, many: string]

/** `1 goal`, `2 goals`. */
export function plural(count: number, ...noun: Noun): string {
  return `${count} ${nounFor(count, noun)}`
}

/** The word that goes with a number which stands by itself. */
export function nounFor(count: number, noun: string | Noun): string {
  return typeof noun === 'string' ? noun : noun[count === 1 ? 0 : 1]
}
