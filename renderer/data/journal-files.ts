import type { Copied, CopyStore } from '../../shared/copies/copy-store.ts'
import { journalFile } from '../../shared/copies/copy-name.ts'

/** A file of a journal takes so many letters, and then another is begun: a store reads none that is larger than some tens of millions of bytes. */
const lettersPerFile = 8_000_000

export interface JournalFiles {
  readonly append: (text: string) => Promise<Copied<undefined>>
  /** Writes lines as if nothing had been there before. @returns the files they are in */
  readonly writeAll: (lines: readonly string[]) => Promise<Copied<readonly string[]>>
}

interface FilesParts {
  readonly copies: CopyStore
  readonly folder: string
  /** The writer slot, whose files these are. */
  readonly slot: number
  readonly most?: number
}

/** The files that one writer slot adds to, one after the other as each is full. */
export function createJournalFiles({ copies, folder, slot, most = lettersPerFile }: FilesParts): JournalFiles {
  let current: { readonly part: number; readonly letters: number } | null = null

  const find = async (): Promise<Copied<{ readonly part: number; readonly letters: number }>> => {
    const listed = await copies.list(folder)
    if (!listed.ok) return listed
    const sizes = new Map(listed.value.map(({ name, size }) => [name, size]))
    let part = 0
    while (sizes.has(journalFile({ slot, part: part + 1 }))) part += 1
    return { ok: true, value: { part, letters: sizes.get(journalFile({ slot, part })) ?? 0 } }
  }
  return {
    append: async (text) => {
      const found = current === null ? await find() : ({ ok: true, value: current } as const)
      if (!found.ok) return found
      const isFull = found.value.letters > 0 && found.value.letters + text.length > most
      const { part, letters } = isFull ? { part: found.value.part + 1, letters: 0 } : found.value
      const added = await copies.append({ folder, name: journalFile({ slot, part }), text })
      current = added.ok ? { part, letters: letters + text.length } : null // it may have taken a part of it
      return added
    },
    writeAll: async (lines) => {
      current = null
      const names: string[] = []
      for (const text of inPortions(lines, most)) {
        const name = journalFile({ slot, part: names.length })
        const written = await copies.write({ folder, name, text })
        if (!written.ok) return written
        names.push(name)
      }
      return { ok: true, value: names }
    },
  }
}

/** At least one, which may be empty. */
function inPortions(lines: readonly string[], most: number): readonly string[] {
  const portions: string[][] = [[]]
  let letters = 0
  for (const line of lines) {
    if (letters > 0 && letters + line.length > most) {
      portions.push([])
      letters = 0
    }
    portions.at(-1)?.push(line)
    letters += line.length
  }
  return portions.map((portion) => portion.join(''))
}
