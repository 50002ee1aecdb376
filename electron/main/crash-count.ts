/** Within this time, in milliseconds, crashes count together. */
const span = 60_000
/** So many of them and reloading by itself would go on for ever. */
const tooMany = 3

/**
 * Whether a page that has just crashed is reloaded by itself, or a person is asked: a page that falls over again and
 * again needs one. Returns a function to be called at each crash, with the time in milliseconds.
 */
export function createCrashCount(): (now: number) => 'reload' | 'ask' {
  let crashes: readonly number[] = []
  return (now) => {
    // a clock that was set back makes earlier crashes lie in the future; those are no longer near
    crashes = [...crashes.filter((at) => at <= now && now - at < span), now]
    if (crashes.length < tooMany) return 'reload'
    crashes = []
    return 'ask'
  }
}
