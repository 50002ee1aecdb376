import { derivedKey } from '../model/derived-key.ts'

/** Of what a line shows and what isn't read from it: enough to know whether somebody has edited it since. */
export function digestOf(shown: string): string {
  return derivedKey([shown.trim()])
}
