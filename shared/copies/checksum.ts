import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The first 64 bits of the SHA-256 (FIPS 180-4) of a text in UTF-8, as 16 hexadecimal digits: tells a text from what a
 * damaged disk made of it. Against somebody who means harm it is no proof.
 */
export function checksumOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 8))
}
