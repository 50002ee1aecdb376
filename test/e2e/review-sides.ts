import type { Edit, Fields } from '../../shared/changes/change.ts'
import { addChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import type { GoalId, RecordId } from '../../shared/model/ids.ts'
import { sampleChangeSet } from '../../shared/sample/tec3-sample.ts'

export interface Sides {
  readonly mine: ChangeSet
  readonly theirs: ChangeSet
}

const parted = Date.UTC(2018, 11, 3, 9)
const goal = (key: string): GoalId => `goal:sample-${key}`

const description = [
  'The services that are left are moved one after the other, in the order in which their teams have time. Each gets a pipeline configuration first, then a Helm chart, then a month on staging.',
  'What we learn is written down in the checklist, so that the next team needs less help than the last one did. Services with workers come last, since the chart for them is still being reviewed.',
].join('\n\n')

/** What both have before they part. */
const before: readonly Edit[] = [
  { on: goal('migrate'), set: { description } },
  { on: 'note:review-base', set: { about: goal('cluster'), date: '2018-11-20', text: 'Two of the four nodes are upgraded. The other two wait for a window in December.', status: 'inProgress' } },
]

/** Edits of one computer, a minute apart; each kind of row of a review comes of them. */
const mine: readonly Edit[] = [
  edit(goal('graphoid'), { status: 'blocked', reason: 'No reviewer until January', order: 'a5' }),
  edit(goal('ciMetrics'), { title: 'Formalize the collection of CI infrastructure and tooling metrics, per team' }),
  edit(goal('docs'), { description: `${description} The team asked for examples.` }),
  edit(goal('cluster'), { 'teams/SRE': true }),
  edit(goal('events'), { deleted: true }),
  edit(goal('trainings'), { reason: 'Two trainings are planned' }),
]

const theirs: readonly Edit[] = [
  edit(goal('graphoid'), { status: 'postponed', order: 'a6' }),
  edit(goal('docs'), { description: `${description.replace('a month on staging', 'two weeks on staging')} The team asked for examples and for a template.` }),
  edit(goal('cluster'), { 'teams/SRE': false }),
  edit(goal('events'), { status: 'done' }),
  edit(goal('trainings'), { deleted: true }),
  edit(goal('zotero'), { status: 'inProgress' }),
  edit(goal('blubberoid'), { status: 'partiallyDone', owner: 'Platform team', 'teams/RelEng': true }),
  edit(goal('migrate'), { title: 'Move the remaining services to the pipeline', description: description.replace('a month on staging', 'two weeks on staging').replace('is still being reviewed', 'is being tried with one of them') }),
  edit('note:review-base', { text: 'Three of the four nodes are upgraded. The last one waits for a window in December.' }),
  edit(goal('incidents'), { quarter: 3, order: 'a0' }),
  edit(goal('staging2'), { output: 'output:sample-3-1' }),
  edit(goal('citoid'), { parent: goal('adopt2') }),
  edit(goal('helm3'), { order: 'a0' }),
  edit(goal('outline'), { deleted: true }),
  edit(goal('adopt3'), { deleted: true }),
  edit('goal:review-new', { output: 'output:sample-3-1', quarter: 2, title: 'Move the map renderer', status: 'inProgress', order: 'a9' }),
  edit('goal:review-newer', { output: 'output:sample-2-3', quarter: 3, title: 'Link incidents to the repositories they came from', status: 'todo', order: 'a9' }),
  edit('note:review-new', { about: goal('incidents'), date: '2018-12-06', text: 'Commits and repositories can now be linked to an incident, which makes the metric countable.', status: 'inProgress' }),
  edit('output:review-new', { outcome: 'outcome:sample-6', number: '6.3', title: 'A help desk for users of the pipeline', order: 'a9' }),
]

/** One plan on two computers that went on without knowing of each other for some days. */
export function bothSides(): Sides {
  const common = write({ set: sampleChangeSet(), edits: before, replica: 'cccccccccc', name: 'Planning laptop', from: parted - 86_400_000 })
  return {
    mine: write({ set: common, edits: mine, replica: 'mmmmmmmmmm', name: 'Train laptop', from: parted }),
    theirs: write({ set: common, edits: theirs, replica: 'ssssssssss', name: 'SRE laptop', from: parted + 30_000 }),
  }
}

function edit(on: RecordId, set: Fields): Edit {
  return { on, set }
}

interface Write {
  readonly set: ChangeSet
  readonly edits: readonly Edit[]
  readonly replica: string
  readonly name: string
  readonly from: number
}

function write({ set, edits, replica, name, from }: Write): ChangeSet {
  const called: Edit = { on: `replica:${replica}`, set: { name } }
  return addChanges(set, [called, ...edits].map((each, index) => ({ at: formatStamp({ ms: from + index * 60_000, counter: 0, writer: `${replica}0` }), ...each }))).set
}
