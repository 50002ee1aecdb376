import type { Edit } from '../../changes/change.ts'
import { derivedKey } from '../../model/derived-key.ts'
import { idOf, keyOf, type GoalId, type OutputId } from '../../model/ids.ts'
import type { SectionContext } from './plan-goals.ts'
import type { PlannedNote } from './planned-section.ts'
import type { Proposal } from './proposal.ts'
import { statusOfNote, type Statement } from './statements.ts'
import type { Status } from '../../model/status.ts'

export interface PlannedNotes {
  readonly edits: readonly Edit[]
  readonly proposals: readonly Proposal[]
}

/**
 * A section's notes. They are about its goal where it has exactly one (with its sub-goals), else about the
 * section's output in its quarter; where it names several outputs, about each of them, so that no goal of theirs
 * goes without. A scaffold is a missing check-in: nothing is written for it unless the person asks for it.
 */
export function planNotes({ context, statements }: { readonly context: SectionContext; readonly statements: readonly Statement[] }): PlannedNotes {
  const { notes, goals } = context.planned
  const [about, ...others] = aboutOf(context)
  const byNote = Map.groupBy(statements, (statement) => statement.note)
  const edits: Edit[] = []
  const proposals: Proposal[] = []
  for (const note of notes) {
    if (note.page.head === 'scaffold') {
      proposals.push(proposeScaffold({ context, about, note }))
      continue
    }
    const status = statusOfNote({ statements: byNote.get(note) ?? [], isOnlyGoal: goals.length === 1 })
    edits.push(noteEdit({ context, about, note, status }))
    for (const other of others) edits.push({ ...noteEdit({ context, about: other, note, status }), on: idOf('note', derivedKey([keyOf(note.id), keyOf(other.id)])) })
  }
  return { edits, proposals }
}

interface NoteInContext {
  readonly context: SectionContext
  readonly about: About
  readonly note: PlannedNote
}

interface About {
  readonly id: GoalId | OutputId
  readonly title: string
  readonly isOutput: boolean
}

function noteEdit({ context, about, note, status }: NoteInContext & { readonly status: Status | null }): Edit {
  return { on: note.id, set: { about: about.id, quarter: about.isOutput ? context.planned.section.quarter : null, date: note.page.date?.value ?? null, text: note.page.text, status } }
}

function aboutOf({ planned, identity }: SectionContext): readonly [About, ...About[]] {
  const tops = planned.goals.filter((goal) => goal.parent === null)
  const [only] = tops
  if (only !== undefined && tops.length === 1) return [{ id: only.id, title: only.title, isOutput: false }]
  const { outputs, outputTitles } = planned.section
  const outputAt = (index: number): About => ({ id: identity.output(outputs[index] ?? ''), title: outputTitles[index]?.text ?? '', isOutput: true })
  return [outputAt(0), ...outputs.slice(1).map((_, index) => outputAt(index + 1))]
}

function proposeScaffold({ context, about, note }: NoteInContext): Proposal {
  const { section } = context.planned
  return {
    id: `scaffold:${keyOf(note.id)}`,
    kind: 'scaffold',
    line: note.page.line,
    quote: note.page.text,
    alsoSaid: [],
    about: about.id,
    title: about.title,
    outputs: section.outputs,
    quarter: section.quarter,
    choices: [
      { id: 'missing', label: note.page.date?.value ?? '', edits: [] },
      { id: 'note', label: note.page.date?.value ?? '', edits: [noteEdit({ context, about, note, status: null })] },
    ],
    proposed: 'missing',
    needs: null,
  }
}
