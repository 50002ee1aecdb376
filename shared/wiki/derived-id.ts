import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const keyLength = 10

/**
 * A key that follows from what a page says: 10 of `[0-9a-z]` from the SHA-256 (FIPS 180-4) of the parts as JSON.
 * Two people who import the same page get the same ids, so that their plans merge.
 */
export function derivedKey(parts: readonly (string | number | null)[]): string {
  const bytes = sha256(utf8ToBytes(JSON.stringify(parts))).subarray(0, 8)
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return (number % 36n ** BigInt(keyLength)).toString(36).padStart(keyLength, '0')
}

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
