import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const keyLength = 10

/**
 * A key that follows from what it is made of: 10 of `[0-9a-z]` from the SHA-256 (FIPS 180-4) of the parts as JSON.
 * Two people who import the same page, or whose computers find the same conflict, get the same ids, so that
 * their plans merge.
 */
export function derivedKey(parts: readonly (string | number | null)[]): string {
  const bytes = sha256(utf8ToBytes(JSON.stringify(parts))).subarray(0, 8)
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return (number % 36n ** BigInt(keyLength)).toString(36).padStart(keyLength, '0')
}
