import { diffArrays } from 'diff'

/** A stretch of text that both have, or that only the one before or the one after has. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** From this many changed words on, what is left of the text is not worth pointing out. */
const editLimit = 400
/** Texts that share less than this much of the longer one are sooner read one after the other. */
const leastShared = 0.3

/**
 * What changed from one text to another, word by word, in the order in which it is read; null where they have
 * so little in common that the whole of both says more.
 */
export function textDifference(before: string, after: string): readonly TextPart[] | null {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: editLimit })
  if (found === undefined) return null
  const parts = found.map(({ value, added, removed }): TextPart => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }))
  const whole = joinChanges(parts)
  const shared = whole.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0)
  return shared < leastShared * Math.max(before.trim().length, after.trim().length) ? null : whole
}

/**
 * The same parts with what is unchanged cut down to a few words around each change, and `…` for the rest.
 * @param around how many characters of what is unchanged stay on each side of a change
 */
export function foldDifference(parts: readonly TextPart[], around = 60): readonly TextPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part
    const [head, tail] = [index > 0, index < parts.length - 1]
    const kept = (head ? around : 0) + (tail ? around : 0)
    // what is left out has to be more than the sign for it, or nothing is won
    if (part.text.length <= kept + 20) return part
    return { kind: 'same', text: `${head ? endAtWord(part.text.slice(0, around)) : ''}…${tail ? startAtWord(part.text.slice(-around)) : ''}` }
  })
}

/** Words, single signs and runs of space, of any script. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? []
}

/** Changes with nothing but space between them are read as one: first all that went, then all that came. */
function joinChanges(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = []
  let removed = ''
  let added = ''
  const close = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (text.trim() === '' && removed !== '' && added !== '' && index < parts.length - 1) {
      removed += text
      added += text
    } else {
      close()
      joined.push({ kind, text })
    }
  }
  close()
  return joined
}

function endAtWord(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}\p{Cs}_]*$/u, '') // Cs: half a character, should it be cut there
}

function startAtWord(text: string): string {
  return text.replace(/^[\p{L}\p{M}\p{N}\p{Cs}_]*/u, '')
}
