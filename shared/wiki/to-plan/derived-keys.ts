import { derivedKey } from '../../model/derived-key.ts'

/** Text as far as it tells one thing from another: not its case, its spacing or the dot at its end. */
export function normalisedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,:;!]$/, '')
}

/** Hands out derived keys; the same parts a second time get a key of their own. */
export function createKeys(planKey: string): (...parts: readonly (string | number | null)[]) => string {
  const counts = new Map<string, number>()
  return (...parts) => {
    const text = JSON.stringify(parts)
    const count = counts.get(text) ?? 0
    counts.set(text, count + 1)
    return derivedKey(count === 0 ? [planKey, ...parts] : [planKey, ...parts, count])
  }
}
