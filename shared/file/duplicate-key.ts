import { finish, type Steps } from '../changes/steps.ts'
import { jsonTokens } from './json-tokens.ts'
import { pathOf, type FileProblem } from './problem.ts'

interface Level {
  readonly where: string
  /** The keys so far; null in a list. */
  readonly keys: Set<string> | null
  /** The key whose value comes next, or how many values of a list there were. */
  at: string | number
}

/**
 * Finds a key that stands twice in one object, which `JSON.parse` passes over in silence: the first value would be
 * lost. For texts that are known to be JSON.
 */
export function findDuplicateKey(json: string): FileProblem | null {
  return finish(duplicateKeyInSteps(json))
}

/** How many characters are looked through between two pauses. */
const stepLength = 64 * 1024

export function* duplicateKeyInSteps(json: string): Steps<FileProblem | null> {
  const levels: Level[] = []
  let mayBeKey = false
  let pauseAt = stepLength
  for (const { kind, from, to } of jsonTokens(json)) {
    if (to > pauseAt) {
      yield
      pauseAt = to + stepLength
    }
    const level = levels.at(-1)
    if (kind === '{' || kind === '[') {
      levels.push({ where: level === undefined ? '' : placeIn(level), keys: kind === '{' ? new Set() : null, at: 0 })
      mayBeKey = kind === '{'
    } else if (kind === '}' || kind === ']') levels.pop()
    else if (level === undefined) continue
    else if (kind === ',') {
      mayBeKey = level.keys !== null
      if (typeof level.at === 'number') level.at += 1
    } else if (kind === ':') mayBeKey = false
    else if (kind === 'text' && mayBeKey && level.keys !== null) {
      const key = JSON.parse(json.slice(from, to)) as string // a token in quotes
      level.at = key
      if (level.keys.has(key)) return { where: placeIn(level), what: 'it stands there twice, and only one of the two could be kept' }
      level.keys.add(key)
      mayBeKey = false
    }
  }
  return null
}

function placeIn({ where, at }: Level): string {
  return typeof at === 'number' ? `${where}[${at}]` : pathOf(where, at)
}
