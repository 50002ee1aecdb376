import { safeStem, withoutUnfit } from '../words/safe-stem.ts'
import { type FileKind, fileEndings } from './files.ts'

/**
 * A name that may be proposed for a file on every system, made from one that holds anything: a plan's title is written
 * by whoever sent the file. Folders, characters that are not seen or change others, and what Windows reserves are taken
 * out; the first ending of the kind is put on unless one of its endings is there. Letters with marks are written as one
 * (NFC), so that a name is the same one whichever system typed it.
 */
export function safeFileName(options: { readonly name: string; readonly kind: FileKind }): string {
  const endings = fileEndings[options.kind]
  const clean = withoutUnfit(options.name).trim()
  const ending = endingOf(clean, endings)
  const name = `${safeStem({ name: withoutEnding(clean, ending), empty: options.kind })}${ending ?? endings[0] ?? ''}`
  // what was taken off the stem may have stood between two halves of a longer ending
  const whole = endingOf(name, endings)
  return whole === ending ? name : `${safeStem({ name: withoutEnding(name, whole), empty: options.kind })}${whole ?? ''}`
}

function endingOf(name: string, endings: readonly string[]): string | null {
  return endings.find((each) => name.toLowerCase().endsWith(each)) ?? null
}

function withoutEnding(name: string, ending: string | null): string {
  return ending === null ? name : name.slice(0, -ending.length)
}
