import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { finish, type Steps } from '../changes/steps.ts'
import { partsOf, type FilePart } from './file-parts.ts'
import { envelopeKeys } from './plan-file.ts'

/** `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of the text in UTF-8. */
export function digestOfText(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`
}

/** The same of a long text, in steps. */
export function* textDigestInSteps(text: string): Steps<string> {
  const hash = sha256.create()
  for (let from = 0; from < text.length; ) {
    const end = from + stepLength
    const to = isFirstHalf(text.charCodeAt(end - 1)) ? end + 1 : end
    hash.update(utf8ToBytes(text.slice(from, to)))
    from = to
    yield
  }
  return `sha256:${bytesToHex(hash.digest())}`
}

/** Whether a unit of UTF-16 is the first half of a character, which no one may cut in two. */
function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

/** The digest of a file's content: its JSON without white space and without what the envelope says. */
export function digestOfContent(file: Readonly<Record<string, unknown>>): string {
  return finish(digestInSteps(partsOf(file)))
}

/** How many characters are hashed between two pauses. */
const stepLength = 256 * 1024

/** The same digest of the parts of a file, whose text is never put together whole. */
export function* digestInSteps(parts: readonly FilePart[]): Steps<string> {
  const hash = sha256.create()
  let text = ''
  for (const piece of contentOf(parts)) {
    text += piece
    if (text.length < stepLength) continue
    hash.update(utf8ToBytes(text)) // a piece is whole JSON, so no character is cut in two
    text = ''
    yield
  }
  return `sha256:${bytesToHex(hash.update(utf8ToBytes(text)).digest())}`
}

function* contentOf(parts: readonly FilePart[]): Generator<string> {
  let before = '{'
  for (const { key, json } of parts) {
    if (envelopeKeys.some((envelope) => envelope === key)) continue
    yield `${before}${JSON.stringify(key)}:`
    before = ','
    if (typeof json === 'string') yield json
    else yield* elementsOf(json)
  }
  yield before === '{' ? '{}' : '}'
}

function* elementsOf(texts: readonly string[]): Generator<string> {
  for (const [index, text] of texts.entries()) yield `${index === 0 ? '[' : ','}${text}`
  yield texts.length === 0 ? '[]' : ']'
}
