import { addChanges, emptyChangeSet, recordIn, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { stampsAhead } from '../../../../shared/changes/merge.ts'
import { removeChanges, rewriteChanges } from '../../../../shared/changes/remove-changes.ts'
import { valuesOf } from '../../../../shared/changes/sharded-map.ts'
import { stampEdits } from '../../../../shared/changes/stamp-edits.ts'
import { takeIn } from '../../../../shared/changes/take-in.ts'
import { observeAll, resumeWindowClock, type WindowClock } from '../../../../shared/changes/writer.ts'
import { adoptFile } from '../../../../shared/file/adopt-file.ts'
import { problemText } from '../../../../shared/file/problem.ts'
import { readPlanFile, type PlanFile } from '../../../../shared/file/read-plan-file.ts'
import { hasKind } from '../../../../shared/model/ids.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { withdrawMerge } from '../../../../shared/plan/take-back-merge.ts'
import { createRandom, type Random } from '../../changes/history/random.ts'
import { writeFile } from '../sample-file.ts'
import { unreachedIn } from './forest.ts'
import { mutations, notText, signedAgain, type MutationName } from './mutations.ts'
import { sources } from './sources.ts'

const outcomes = ['files', 'notText', 'refused', 'asWritten', 'byHand', 'anotherPlan', 'newPlans', 'nothingNew', 'brought', 'conflicts', 'heldBack', 'over10ms', 'over100ms', 'over2s'] as const
const names = Object.keys(mutations) as readonly MutationName[] // they were just written there

/** What became of the files, by name. */
export type MutationTally = Record<(typeof outcomes)[number] | MutationName, number>

export function emptyMutationTally(): MutationTally {
  return Object.fromEntries([...outcomes, ...names].map((name) => [name, 0])) as MutationTally // every name is in the list
}

/** What should have happened and never did; a file that takes too long never should, and one that becomes another plan's is rare. */
export function neverHappened(tally: MutationTally): readonly string[] {
  return tally.files < 20_000 ? [] : [...outcomes.filter((name) => !name.startsWith('over') && (name !== 'anotherPlan' || tally.files > 100_000)), ...names].filter((name) => tally[name] === 0)
}

const now = Date.UTC(2018, 11, 6)
/** How each plan is written; one that reads differently after something was refused has changed. */
const textOf = new Map(sources.flatMap(({ plans }) => plans).map((plan) => [plan, writeFile(plan)]))

/**
 * Damages a file and takes it into a plan. Whatever comes of it: nothing is thrown; a refusal says why and changes
 * nothing; what is accepted is a forest, is written and read again as it is, changes nothing when it comes again, and
 * taken back leaves the plan byte for byte as it was.
 */
export function playMutation({ seed, tally }: { readonly seed: number; readonly tally: MutationTally }): void {
  const random = createRandom(seed)
  const source = random.pick(sources)
  const mine = random.pick(source.plans)
  const text = mutate(source.text, random, tally)
  tally.files += 1
  const started = performance.now()
  try {
    take({ text, mine, tally })
  } catch (error) {
    throw new Error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nof "${source.name}", into plan ${source.plans.indexOf(mine)}:\n${text}`, { cause: error })
  }
  const took = performance.now() - started
  if (took > 10) tally.over10ms += 1
  if (took > 100) tally.over100ms += 1
  if (took > 2_000) tally.over2s += 1
}

function mutate(text: string, random: Random, tally: MutationTally): string {
  let mutated = text
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0 && mutated.length > 0 && mutated !== notText; left -= 1) {
    const name = random.pick(names)
    tally[name] += 1
    mutated = mutations[name](mutated, random)
  }
  return random.chance(0.5) ? signedAgain(mutated) : mutated
}

function take({ text, mine, tally }: { readonly text: string; readonly mine: ChangeSet; readonly tally: MutationTally }): void {
  if (text === notText) return void (tally.notText += 1) // the readers of bytes refuse it before anybody sees a text
  const read = readPlanFile(text)
  if (!read.ok) {
    tally.refused += 1
    insist(problemText(read.problem).length > 10 && problemText(read.problem).length < 500 && !('file' in read), 'a refusal says why in a sentence, and nothing else')
    insist(writeFile(mine) === textOf.get(mine), 'a refusal changes nothing')
    return
  }
  tally[read.file.byHand === null ? 'asWritten' : 'byHand'] += 1
  if (read.file.planId !== 'plan:p') tally.anotherPlan += 1
  else if (mine.records.size === 0) tally.newPlans += 1
  // another plan's file opens as a plan of its own
  accept({ file: read.file, mine: read.file.planId === 'plan:p' ? mine : emptyChangeSet(), tally })
}

function accept({ file, mine, tally }: { readonly file: PlanFile; readonly mine: ChangeSet; readonly tally: MutationTally }): void {
  const theirs = adoptFile({ file, name: 'mutated.plan.json', mine, now })
  if (stampsAhead({ set: theirs, known: mine.knows, now }).length > 0) tally.heldBack += 1
  let clock: WindowClock = observeAll({ clock: resumeWindowClock({ replica: 'dddddddddd', slot: 0, knows: mine.knows, now }), stamps: theirs.knows.values(), now })
  insist(clock.usual.ms <= now + 86_400_000, 'the clock follows nobody further than a day')
  const taken = takeIn({
    set: mine,
    theirs,
    edits: [],
    reviewed: new Set(),
    stamp: (set, edits) => {
      const stamped = stampEdits({ clock, set, edits, now })
      clock = stamped.clock
      return stamped.changes
    },
  })
  const { set } = taken.folded
  if (taken.brought.length === 0) return void (tally.nothingNew += insistSame(set === mine))
  tally.brought += 1
  tally.conflicts += taken.merge.conflicts.length
  insist(unreachedIn(createView(set)).length === 0, 'everything is reached')
  const written = writeFile(set)
  const again = readPlanFile(written)
  insist(again.ok && again.file.byHand === null && writeFile(again.file.set) === written, `what was accepted is written and read again: ${again.ok ? '' : problemText(again.problem)}`)
  insist(takeIn({ set, theirs: adoptFile({ file, name: 'mutated.plan.json', mine: set, now }), edits: [], reviewed: new Set(), stamp: () => [] }).folded.set === set, 'the same file again brings nothing')
  insist(writeFile(removeChanges(set, taken.brought).set) === (textOf.get(mine) ?? writeFile(mine)), 'without what it brought, the plan is as it was')
  const { without, adopted, reopened } = withdrawMerge({ set, replica: 'zzzzzzzzzz', added: taken.brought, before: [...mine.knows.values()], others: [] })
  insist(adopted.length === 0, 'where nothing was done since, nothing of it stays')
  insist(saidIn(rewriteChanges(set, { without, changes: reopened }).set) === saidIn(mine), 'taken back, the plan says what it said')
  editOver({ set, clock })
}

/** A person's edit of whatever the file brought is what happens, whatever its stamps say. */
function editOver({ set, clock }: { readonly set: ChangeSet; readonly clock: WindowClock }): void {
  const edits = [{ on: 'goal:a', set: { status: 'stalled', title: 'By a person' } }] as const
  const { changes } = stampEdits({ clock, set, edits, now })
  const record = recordIn(addChanges(set, changes).set, 'goal:a')
  const [edited] = changes
  insist(record?.winners.filter(({ at }) => at === edited?.at).length === 2, 'a later local edit wins over what it replaces')
}

/** All that was ever written, but for conflicts: one that somebody else found between edits that were here stays, since it is there. */
function saidIn({ records }: ChangeSet): string {
  const said = [...valuesOf(records)].filter(({ id }) => !hasKind(id, 'conflict')).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return JSON.stringify(said)
}

function insistSame(isSame: boolean): number {
  insist(isSame, 'a file that brings nothing leaves the very same plan')
  return 1
}

function insist(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`Broken: ${rule}`)
}
