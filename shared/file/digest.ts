import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { envelopeKeys } from './plan-file.ts'

/** `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of the text in UTF-8. */
export function digestOfText(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`
}

/** The digest of a file's content: its JSON without white space and without what the envelope says. */
export function digestOfContent(file: Readonly<Record<string, unknown>>): string {
  const content = Object.entries(file).filter(([key]) => !envelopeKeys.some((envelope) => envelope === key))
  return digestOfText(`{${content.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`)
}
