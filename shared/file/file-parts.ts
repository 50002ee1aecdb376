import { finish, type Steps } from '../changes/steps.ts'

/** What stands under one key at the top of a file, as JSON: a list as the JSON of each of its elements, which have a line each. */
export interface FilePart {
  readonly key: string
  readonly json: string | readonly string[]
}

/** How many elements of a list become text between two pauses. */
const stepSize = 500

export function partsOf(file: Readonly<Record<string, unknown>>): readonly FilePart[] {
  return finish(partsInSteps(file))
}

/** The text of a file in parts, made once for its digest and for the file itself. */
export function* partsInSteps(file: Readonly<Record<string, unknown>>): Steps<readonly FilePart[]> {
  const parts: FilePart[] = []
  for (const [key, value] of Object.entries(file)) parts.push({ key, json: Array.isArray(value) ? yield* elementsInSteps(value) : JSON.stringify(value) })
  return parts
}

function* elementsInSteps(list: readonly unknown[]): Steps<readonly string[]> {
  const texts: string[] = []
  for (const element of list) {
    if (texts.length % stepSize === 0) yield
    texts.push(JSON.stringify(element))
  }
  return texts
}
