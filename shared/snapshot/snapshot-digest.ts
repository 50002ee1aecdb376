import { canonicalJson } from '../changes/canonical.ts'
import type { Value } from '../changes/change.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { textDigestInSteps } from '../file/digest.ts'

type Content = Readonly<Record<string, Value>>

/** Stands for everything a snapshot says, who took it and when included: the digest of its canonical JSON. */
export function digestOfSnapshot(content: Content): string {
  return finish(snapshotDigestInSteps(content))
}

/** How many records become text between two pauses. */
const stepSize = 500

export function* snapshotDigestInSteps(content: Content): Steps<string> {
  const parts: string[] = []
  for (const key of Object.keys(content).toSorted()) {
    const value = content[key] ?? null
    parts.push(`${JSON.stringify(key)}:${Array.isArray(value) ? yield* canonicalListInSteps(value) : canonicalJson(value)}`)
  }
  return yield* textDigestInSteps(`{${parts.join(',')}}`)
}

function* canonicalListInSteps(list: readonly Value[]): Steps<string> {
  const texts: string[] = []
  for (const value of list) {
    if (texts.length % stepSize === 0) yield
    texts.push(canonicalJson(value))
  }
  return `[${texts.join(',')}]`
}
