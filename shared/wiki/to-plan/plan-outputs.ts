import type { Edit } from '../../changes/change.ts'
import type { OutcomeId, OutputId, RecordId } from '../../model/ids.ts'
import { keyOf } from '../../model/ids.ts'
import type { GoalsPage, PageSection, PageText } from '../page/goals-page.ts'
import type { PageIdentity } from './page-identity.ts'
import { orderAt } from './page-order.ts'
import type { Proposal } from './proposal.ts'

/** The outcomes and outputs of a page: each is one record, in however many quarters it has a section. */
export interface PlannedOutputs {
  readonly edits: readonly Edit[]
  /** Where the page words one of them differently in different places. */
  readonly proposals: readonly Proposal[]
}

interface Found<Id extends RecordId> {
  readonly id: Id
  readonly number: string
  readonly section: PageSection
  readonly titles: PageText[]
}

export function planOutputs({ page, identity }: { readonly page: GoalsPage; readonly identity: PageIdentity }): PlannedOutputs {
  const outcomes = new Map<string, Found<OutcomeId>>()
  const outputs = new Map<string, Found<OutputId>>()
  for (const section of page.sections) {
    if (section.outcome === '') continue // its goals belong to no output
    const outcome = found(outcomes, { id: identity.outcome(section.outcome), number: section.outcome, section })
    if (section.outcomeTitle !== null) outcome.titles.push(section.outcomeTitle)
    section.outputs.forEach((number, index) => {
      const output = found(outputs, { id: identity.output(number), number, section })
      const title = section.outputTitles[index]
      if (title !== undefined) output.titles.push(title)
    })
  }
  const all = [...outcomes.values(), ...outputs.values()]
  return {
    edits: [
      ...[...outcomes.values()].map((outcome): Edit => ({ on: outcome.id, set: { program: identity.program, ...fieldsOf(outcome) } })),
      ...[...outputs.values()].map((output): Edit => ({ on: output.id, set: { outcome: identity.outcome(output.section.outcome), ...fieldsOf(output) } })),
    ],
    proposals: all.flatMap((each) => proposeTitle(each) ?? []),
  }
}

function found<Id extends RecordId>(map: Map<string, Found<Id>>, { id, number, section }: Omit<Found<Id>, 'titles'>): Found<Id> {
  const known = map.get(number) ?? { id, number, section, titles: [] }
  map.set(number, known)
  return known
}

function fieldsOf({ number, titles }: Found<RecordId>): Edit['set'] {
  return { number, title: titles.at(-1)?.text ?? '', order: orderAt(...number.split('.').map(Number)) }
}

/** The latest wording is proposed: whoever changed it knew the one before. */
function proposeTitle({ id, number, section, titles }: Found<RecordId>): Proposal | null {
  const wordings = [...new Map(titles.map((title) => [title.text, title])).values()]
  const last = titles.at(-1)
  if (last === undefined || wordings.length < 2) return null
  return {
    id: `title:${keyOf(id)}`,
    kind: 'title',
    line: last.line,
    quote: last.text,
    alsoSaid: wordings.filter((wording) => wording.text !== last.text).map(({ line, text }) => ({ line, quote: text })),
    about: id,
    title: number,
    outputs: id.startsWith('output:') ? [number] : section.outputs,
    quarter: null,
    choices: wordings.map(({ text }, index) => ({ id: `wording${index + 1}`, label: text, edits: [{ on: id, set: { title: text } }] })),
    proposed: `wording${wordings.findIndex((wording) => wording.text === last.text) + 1}`,
    needs: null,
  }
}
