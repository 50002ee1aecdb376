import type { ActionName } from '../../shared/changes/undo.ts'
import { isStatus } from '../../shared/model/status.ts'
import { statusLabel } from './status.ts'

/** What was done, as it stands after "Undo": a pattern for what it was done to (`of`) and one where that has no name. */
interface ActionWords {
  readonly of: (subject: string) => string
  readonly alone: string
}

const words: Readonly<Record<string, ActionWords>> = {
  goalAdded: { of: (goal) => `new goal ${goal}`, alone: 'new goal' },
  goalRenamed: { of: (goal) => `rename of ${goal}`, alone: 'rename of a goal' },
  goalMoved: { of: (goal) => `move of ${goal}`, alone: 'move of a goal' },
  goalStatus: { of: (goal) => `status of ${goal}`, alone: 'status of a goal' },
  goalScheduled: { of: (goal) => `move of ${goal}`, alone: 'move of a goal' },
  goalEdited: { of: (goal) => `edit of ${goal}`, alone: 'edit of a goal' },
  goalDeleted: { of: (goal) => `deletion of ${goal}`, alone: 'deletion of a goal' },
  goalReordered: { of: (goal) => `new place of ${goal}`, alone: 'new place of a goal' },
  subGoalAdded: { of: (goal) => `new sub-goal ${goal}`, alone: 'new sub-goal' },
  noteAdded: { of: (goal) => `note on ${goal}`, alone: 'note' },
  noteEdited: { of: (goal) => `edit of a note on ${goal}`, alone: 'edit of a note' },
  noteDeleted: { of: (goal) => `deletion of a note on ${goal}`, alone: 'deletion of a note' },
  programAdded: { of: (title) => `new programme ${title}`, alone: 'new programme' },
  programEdited: { of: (title) => `edit of programme ${title}`, alone: 'edit of a programme' },
  outcomeAdded: { of: (title) => `new outcome ${title}`, alone: 'new outcome' },
  outcomeEdited: { of: (title) => `edit of outcome ${title}`, alone: 'edit of an outcome' },
  outputAdded: { of: (title) => `new output ${title}`, alone: 'new output' },
  outputEdited: { of: (title) => `edit of output ${title}`, alone: 'edit of an output' },
  planCreated: { of: (title) => `new plan ${title}`, alone: 'new plan' },
  planEdited: { of: (title) => `edit of the plan ${title}`, alone: 'edit of the plan' },
  planReordered: { of: (title) => `new place of ${title}`, alone: 'new order' },
  fileMerged: { of: (name) => `merge of ${name}`, alone: 'merge of a file' },
  pageRead: { of: (name) => `goals page ${name}`, alone: 'goals page' },
}

const unknown: ActionWords = { of: (subject) => `change of ${subject}`, alone: 'change' }
const subjectLength = 60

/** An action in words that go after "Undo": `rename of “X”`, `move of “X” to Done`, `deletion of 3 goals`. */
export function actionText({ action, subject, detail }: ActionName & { readonly detail?: string | undefined }): string {
  const { of, alone } = (Object.hasOwn(words, action) ? words[action] : undefined) ?? unknown
  const said = subject.trim() === '' ? alone : of(subjectText({ action, subject: subject.trim() }))
  return `${said}${detailText({ action, detail })}`
}

/** Several goals at once are told by their number. */
function subjectText({ action, subject }: { readonly action: string; readonly subject: string }): string {
  if (action.startsWith('goal') && /^\d{1,5}$/.test(subject)) return `${subject} goals`
  return `“${subject.length > subjectLength ? `${subject.slice(0, subjectLength - 1).trimEnd()}…` : subject}”`
}

function detailText({ action, detail }: { readonly action: string; readonly detail: string | undefined }): string {
  if (detail === undefined) return ''
  if (isStatus(detail)) return ` to ${statusLabel[detail]}`
  if (action !== 'goalScheduled') return ''
  return detail === 'none' ? ' out of the quarters' : ` to Q${detail}`
}
