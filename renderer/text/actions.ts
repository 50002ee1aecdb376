import type { ActionName } from '../../shared/changes/undo.ts'
import { isStatus } from '../../shared/model/status.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import { fieldName } from '../../shared/words/fields.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { formatFullDate } from './dates.ts'
import { isolated } from './isolated.ts'

/** An action as a thing, that goes after "Undo", and as a deed; what it was done to follows either. */
interface ActionWords {
  readonly thing: string
  readonly deed: string
  /** What it was done to, where that has no name. */
  readonly unnamed: string
}

const words: Readonly<Record<string, ActionWords>> = {
  goalAdded: { thing: 'new goal', deed: 'Added goal', unnamed: '' },
  goalRenamed: { thing: 'rename of', deed: 'Renamed', unnamed: 'a goal' },
  goalMoved: { thing: 'move of', deed: 'Moved', unnamed: 'a goal' },
  goalStatus: { thing: 'move of', deed: 'Moved', unnamed: 'a goal' },
  goalScheduled: { thing: 'move of', deed: 'Moved', unnamed: 'a goal' },
  goalEdited: { thing: 'edit of', deed: 'Edited', unnamed: 'a goal' },
  goalDeleted: { thing: 'deletion of', deed: 'Deleted', unnamed: 'a goal' },
  goalDropped: { thing: 'dropping of', deed: 'Dropped', unnamed: 'a goal' },
  goalSpanned: { thing: 'span of', deed: 'Changed the span of', unnamed: 'a goal' },
  goalLinked: { thing: 'link of', deed: 'Linked to an earlier goal:', unnamed: 'a goal' },
  goalStays: { thing: 'staying of', deed: 'Goes on in no later plan:', unnamed: 'a goal' },
  goalUnlinked: { thing: 'unlinking of', deed: 'Unlinked from an earlier goal:', unnamed: 'a goal' },
  goalReordered: { thing: 'new place of', deed: 'Moved within its list:', unnamed: 'a goal' },
  subGoalAdded: { thing: 'new sub-goal', deed: 'Added sub-goal', unnamed: '' },
  noteAdded: { thing: 'note on', deed: 'Added a note on', unnamed: 'a goal' },
  noteEdited: { thing: 'edit of a note on', deed: 'Edited a note on', unnamed: 'a goal' },
  noteDeleted: { thing: 'deletion of a note on', deed: 'Deleted a note on', unnamed: 'a goal' },
  checkedIn: { thing: 'check-in of', deed: 'Checked in', unnamed: 'a goal' },
  outputCheckedIn: { thing: 'check-in of all goals of', deed: 'Checked in all goals of', unnamed: 'an output' },
  programAdded: { thing: 'new program', deed: 'Added program', unnamed: '' },
  programEdited: { thing: 'edit of program', deed: 'Edited program', unnamed: '' },
  outcomeAdded: { thing: 'new outcome', deed: 'Added outcome', unnamed: '' },
  outcomeEdited: { thing: 'edit of outcome', deed: 'Edited outcome', unnamed: '' },
  outputAdded: { thing: 'new output', deed: 'Added output', unnamed: '' },
  outputEdited: { thing: 'edit of output', deed: 'Edited output', unnamed: '' },
  recordDeleted: { thing: 'deletion of', deed: 'Deleted', unnamed: 'a part of the plan' },
  planCreated: { thing: 'new plan', deed: 'Created plan', unnamed: '' },
  planEdited: { thing: 'edit of the plan', deed: 'Edited the plan', unnamed: '' },
  planReordered: { thing: 'new place of', deed: 'Moved within its list:', unnamed: 'a part of the plan' },
  askAccepted: { thing: 'acceptance of', deed: 'Accepted', unnamed: 'a goal' },
  askTakenBack: { thing: 'taking back of the yes to', deed: 'Took back the yes to', unnamed: 'a goal' },
  conflictKept: { thing: 'decision on', deed: 'Kept what counts in', unnamed: 'an edit to review' },
  conflictFlipped: { thing: 'decision on', deed: 'Chose the other edit in', unnamed: 'an edit to review' },
  fileMerged: { thing: 'merge of', deed: 'Merged', unnamed: 'a file' },
  mergeTakenBack: { thing: 'taking back of', deed: 'Took back the merge of', unnamed: 'a file' },
  historyFolded: { thing: 'folding away of history before', deed: 'Folded away history before', unnamed: 'a day' },
  quarterTurned: { thing: 'turning', deed: 'Turned', unnamed: '' },
  planContinued: { thing: 'goals carried from', deed: 'Carried goals from', unnamed: 'another year' },
  backupRestored: { thing: 'restoring of the plan as it was', deed: 'Restored the plan as it was', unnamed: 'in a backup' },
  pageRead: { thing: 'goals page', deed: 'Read goals page', unnamed: '' },
}

const unknown: ActionWords = { thing: 'change of', deed: 'Changed', unnamed: 'something' }
const subjectLength = 60

/** An action in words that go after "Undo": `rename of “X”`, `move of “X” to Done`, `deletion of 3 goals`. */
export function actionText(name: ActionName): string {
  return sentence({ name, verb: 'thing' })
}

/** The same as a sentence that says what was done: `Renamed “X”`, `Moved “X” to Done`, `Deleted 3 goals`. */
export function doneText(name: ActionName): string {
  return sentence({ name, verb: 'deed' })
}

function sentence({ name, verb }: { readonly name: ActionName; readonly verb: 'thing' | 'deed' }): string {
  const said = (Object.hasOwn(words, name.action) ? words[name.action] : undefined) ?? unknown
  const parts = [said[verb], name.subject.trim() === '' ? said.unnamed : subjectText(name), detailText(name)]
  return parts.filter((part) => part !== '').join(' ')
}

/** Several goals at once are told by their number. */
function subjectText({ action, subject, detail }: ActionName): string {
  const said = subject.trim()
  if (action.startsWith('goal') && /^\d{1,5}$/.test(said)) return `${said} goals`
  if (action === 'conflictKept' && detail === undefined) return said === '1' ? 'the edit to review' : `${said} edits to review`
  const short = isolated(said.length > subjectLength ? `${said.slice(0, subjectLength - 1).trimEnd()}…` : said)
  if (action === 'historyFolded') return formatFullDate(subject)
  return action === 'backupRestored' ? short : `“${short}”` // a moment is no title
}

/** Where it led: a status, or a quarter; what went with it. */
function detailText({ action, detail }: ActionName): string {
  if (detail === undefined) return ''
  if (action === 'goalDeleted' || action === 'recordDeleted') return detail === '1' ? 'with a goal below' : `with ${detail} goals below`
  if (action === 'askAccepted' || action === 'askTakenBack') return `for ${detail}`
  if (action === 'conflictKept' || action === 'conflictFlipped') return `(${fieldName(splitField(detail).name).toLowerCase()})`
  if (action === 'quarterTurned') return `Q${detail}`
  if (action === 'goalScheduled') return detail === 'none' ? 'out of the quarters' : `to Q${detail}`
  if (action === 'checkedIn') return isStatus(detail) ? `as ${statusLabel[detail]}` : ''
  return (action === 'goalMoved' || action === 'goalStatus') && isStatus(detail) ? `to ${statusLabel[detail]}` : ''
}
