import type { Change } from '../../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, foldChanges, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { takeIn } from '../../../../shared/changes/take-in.ts'
import { pageWriter } from '../../../../shared/changes/writer.ts'
import { sampleChanges, stampAt, writeFile } from '../sample-file.ts'

/** A file to be damaged, and the plans into which it is taken: one that lacks something of it, one that was edited meanwhile, none. */
export interface Source {
  readonly name: string
  readonly text: string
  readonly plans: readonly ChangeSet[]
}

const sre = 'bbbbbbbbbb0'
const here = 'aaaaaaaaaa0'

/** All that a file can hold: fields and kinds nobody knows, a list, a set beside a plain field, a page, circles, other values under one stamp. */
const everything: readonly Change[] = [
  ...sampleChanges,
  { at: stampAt(4, sre), on: 'goal:a', set: { colour: 'red', weight: { of: [1, { two: null }], to: 'x' }, 'watchers/Security': true, points: [1, 2], constructor: 'x' } },
  { at: stampAt(4, sre), on: 'risk:r', set: { title: 'Slips', about: 'goal:a' } },
  { at: stampAt(5), on: 'goal:c', set: { title: 'Sub-goal', parent: 'goal:a', output: 'output:1', order: 'a2', quarter: null } },
  { at: stampAt(6, sre), on: 'goal:a', set: { parent: 'goal:c' } },
  { at: stampAt(7), on: 'goal:a', set: { owner: 'SRE' } },
  { at: stampAt(7), on: 'goal:a', set: { owner: 'RelEng' } },
  { at: stampAt(3, pageWriter('pppppppppp')), on: 'note:n', set: { text: 'As the page says', quarter: 2 } },
]
const whole = foldChanges(everything)
const part = foldChanges(everything.filter(({ at }) => at < stampAt(4)))
const edited = addChanges(part, [
  { at: stampAt(8), on: 'goal:a', set: { status: 'blocked', reason: 'Waits', 'teams/SRE': true } },
  { at: stampAt(9), on: 'goal:b', set: { deleted: false, title: 'Collect metals' } },
  { at: stampAt(9), on: 'goal:mine', set: { title: 'Mine', output: 'output:1', order: 'a1' } },
]).set
const none = emptyChangeSet()

/** Two computers' edits of the same fields, and the conflicts that were found. */
const clashed = takeIn({
  set: edited,
  theirs: addChanges(whole, [{ at: stampAt(9, sre), on: 'goal:a', set: { status: 'done', title: 'Move it' } }, { at: stampAt(9, sre), on: 'goal:b', set: { title: 'Measure' } }]).set,
  edits: [{ on: 'goal:a', set: { title: 'Move the stage' } }],
  reviewed: new Set(),
  stamp: (_, edits) => edits.map((edit) => ({ at: stampAt(10), ...edit })),
}).folded.set

const text = writeFile(whole)
const script = {
  format: 'annual-plan',
  version: 1,
  plan: { id: 'plan:p', title: 'TEC3 Deployment Pipeline', startsOn: '2018-07-01' },
  outputs: [{ id: 'output:1', number: '1.1', title: 'Builds' }],
  goals: [
    { id: 'goal:a', title: 'Move the verify stage', status: 'done', quarter: 2, teams: ['SRE', 'RelEng'], output: 'output:1' },
    { id: 'goal:new', title: 'Write it down', dependsOn: ['goal:a'] },
  ],
  notes: [{ id: 'note:new', about: 'goal:new', date: '2018-10', text: 'Begun' }],
}

export const sources: readonly Source[] = [
  { name: 'everything', text, plans: [part, edited, none, whole] },
  { name: 'clashed', text: writeFile(clashed), plans: [edited, whole, none] },
  { name: 'small', text: writeFile(foldChanges(sampleChanges)), plans: [part, edited, none, foldChanges([{ at: stampAt(1, here), on: 'plan:p', set: { title: 'P' } }])] },
  { name: 'script', text: JSON.stringify(script, null, 2), plans: [part, edited, none] },
  { name: 'by hand', text: text.replace('"status":"done"', '"status":"stalled"').replace('"owner":"SRE"', '"owner":"Core"').replace(/\n {2}\{"id":"note:n".*\}/, ''), plans: [part, edited, none, whole] },
]
