import { createView } from '../../shared/plan/plan-index.ts'
import { writeWikitext } from '../../shared/wikitext/write-wikitext.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { contentOf, readPlan } from './plan-text.ts'

/** A plan file as the source of a wiki page. */
export function wikitextOf(text: NamedText): Outcome {
  const read = readPlan(text)
  return read.ok ? done({ result: writeWikitext(createView(contentOf(read.file, text.name))) }) : refused(read.reason)
}
