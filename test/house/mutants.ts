/** A mistake made on purpose, which a test must find. */
export interface Mutant {
  /** A folder's name. */
  readonly name: string
  readonly mistake: string
  readonly file: string
  /** What stands in the file, exactly once: a mutant whose text is gone makes nothing worse and proves nothing. */
  readonly from: string
  readonly to: string
  /** The test that is there to find it, by file and whole name. */
  readonly killedBy: { readonly file: string; readonly test: string }
  /** It takes so many things at once that tens of thousands of random histories don't tell it: its test alone finds it. */
  readonly isRare?: true
}

const changes = 'test/shared/changes'
const takenBack = 'test/shared/plan/reopened-conflicts.test.ts'

/** The mistakes that cost people their work elsewhere. Each that isn't rare is also found by a kept seed of the random histories. */
export const mutants: readonly Mutant[] = [
  {
    name: 'earliest-wins',
    mistake: 'Of two edits of a field the earlier counts.',
    file: 'shared/changes/folded-record.ts',
    from: 'if (a.at !== b.at) return a.at < b.at ? -1 : 1',
    to: 'if (a.at !== b.at) return a.at < b.at ? 1 : -1',
    killedBy: { file: `${changes}/folded-record.test.ts`, test: '[C22] the latest cell of a field counts, and what it replaced stays as history' },
  },
  {
    name: 'no-tie-break',
    mistake: 'Of two values under one stamp, from a copied profile, the one that came last counts.',
    file: 'shared/changes/folded-record.ts',
    from: 'return canonicalJson(a.value) < canonicalJson(b.value) ? -1 : 1',
    to: 'return 1',
    killedBy: { file: `${changes}/folded-record.test.ts`, test: '[C23] two values under one stamp are both kept, and the greater canonical JSON counts, whichever came first' },
  },
  {
    name: 'file-always-wins',
    mistake: 'What a file says counts, whenever it was written; nothing is lost, but it counts on one side only.',
    file: 'shared/changes/folded-record.ts',
    from: 'return news.length === 0 ? record : addCells(record, news)',
    to: 'const all = addCells(record, news)\n  return news.length === 0 ? record : { ...all, winners: all.winners.map((cell) => copy.winners.find(({ field }) => field === cell.field) ?? cell) }',
    killedBy: { file: `${changes}/fold.test.ts`, test: '[C38] union is commutative' },
  },
  {
    name: 'unknown-dropped',
    mistake: 'A file leaves out the fields that this version does not know.',
    file: 'shared/file/record-to-row.ts',
    from: 'return [...known, ...[...values.keys()].filter((name) => !Object.hasOwn(specs, name)).toSorted()]',
    to: 'return known',
    killedBy: { file: 'test/shared/file/plan-file.test.ts', test: '[F3] fields, records and lists that this version does not know are kept, and written back byte for byte' },
  },
  {
    name: 'members-lost',
    mistake: 'A file leaves out the members of a set that shares its name with a plain field.',
    file: 'shared/file/placed-cells.ts',
    from: '(isPlain(cell) || !plainNames.has(splitField(cell.field).name))',
    to: '(isPlain(cell) || plainNames.size >= 0)',
    killedBy: { file: 'test/shared/file/placed-cells.test.ts', test: '[F1] a name stands once in a line: members of a set beside a plain field of its name stand in the history' },
  },
  {
    name: 'knows-not-advanced',
    mistake: 'A merge unites the changes and forgets what the other side knew.',
    file: 'shared/changes/fold.ts',
    from: 'const knows = learn(set.knows, stamps)',
    to: 'const knows = set.knows.size === 0 ? learn(set.knows, stamps) : set.knows',
    killedBy: { file: `${changes}/fold.test.ts`, test: '[C41] the union knows what either knew, even where a side carries no change of it' },
  },
  {
    name: 'conflict-on-repeat',
    mistake: 'A conflict is raised again for edits that were merged before.',
    file: 'shared/changes/conflict.ts',
    from: 'const theirNews = unknownTo(mine.knows, recordIn(theirs, on))',
    to: 'const theirNews = unknownTo(new Map(), recordIn(theirs, on))',
    killedBy: { file: `${changes}/conflict-again.test.ts`, test: '[C64] a newer file that holds a pair merged before, and another edit beside it, raises that conflict no more' },
  },
  {
    name: 'clock-alone',
    mistake: 'A local edit is stamped by the clock alone, and not later than the value it replaces.',
    file: 'shared/changes/stamp-edits.ts',
    from: 'stampLocal({ clock, now, after: latestReplaced(set, edits) })',
    to: 'stampLocal({ clock, now, after: latestReplaced(set, []) })',
    killedBy: { file: `${changes}/stamp-edits.test.ts`, test: '[C12] an action on two records is stamped later than the latest of the values it replaces, whatever the clock says' },
  },
  {
    name: 'first-replaced',
    mistake: 'An action on two records is stamped after the first value it replaces and not the latest.',
    file: 'shared/changes/stamp-edits.ts',
    from: 'if (replaced !== undefined && (latest === undefined || latest < replaced)) latest = replaced',
    to: 'latest ??= replaced',
    killedBy: { file: `${changes}/stamp-edits.test.ts`, test: '[C12] an action on two records is stamped later than the latest of the values it replaces, whatever the clock says' },
  },
  {
    name: 'clock-not-resumed',
    mistake: 'A window opened again does not go on after its last stamp.',
    file: 'shared/changes/writer.ts',
    from: 'const resumed = { usual: resumeClock(usual, knows.get(usual.writer)),',
    to: 'const resumed = { usual,',
    killedBy: { file: `${changes}/writer.test.ts`, test: '[C16] what a writer writes rises, through stutter, regress, the far future and restarts' },
  },
  {
    name: 'undo-of-others',
    mistake: 'Undo puts back a field that a teammate has written since.',
    file: 'shared/changes/undo.ts',
    from: 'const isOthers = (at: Stamp): boolean => replicaOf(at) !== replica &&',
    to: 'const isOthers = (at: Stamp): boolean => replicaOf(at) === replica && at === replica &&',
    killedBy: { file: `${changes}/undo.test.ts`, test: "[C76] a teammate's later edit stays even where it says what mine said" },
  },
  {
    name: 'conflict-by-side',
    mistake: 'The id of a conflict follows from who finds it, so that one pair has two records.',
    file: 'shared/changes/conflict-records.ts',
    from: 'export function conflictIdOf({ on, mine, theirs, below }: Conflict): ConflictId {\n  const [earlier, later] = inOrder(mine, theirs)',
    to: 'export function conflictIdOf({ on, mine, theirs, below }: Conflict): ConflictId {\n  const [earlier, later] = [mine, theirs]',
    killedBy: { file: `${changes}/conflict-records.test.ts`, test: '[C100] whoever finds a conflict, on whichever side, gives it the same id' },
  },
  {
    name: 'withdrawal-keeps-a-cell',
    mistake: 'Of a merge that is taken back, what was overwritten stays.',
    file: 'shared/changes/folded-record.ts',
    from: 'const left = [...cellsMissingIn(gone, record.winners), ...cellsMissingIn(gone, record.losers)]',
    to: 'const left = [...cellsMissingIn(gone, record.winners), ...record.losers]',
    killedBy: { file: `${changes}/remove-changes.test.ts`, test: '[C108] what a merge brought is exactly the changes that were not there, and taking them out gives what was' },
  },
  {
    name: 'withdrawal-still-known',
    mistake: 'Of a merge that is taken back, what was known stays known.',
    file: 'shared/changes/remove-changes.ts',
    from: 'return new Map([...[...knows].filter(([writer]) => !writers.has(writer)), ...latest])',
    to: 'return new Map([...knows, ...[...latest].filter(([writer]) => !knows.has(writer))])',
    killedBy: { file: `${changes}/remove-changes.test.ts`, test: '[C108] what a merge brought is exactly the changes that were not there, and taking them out gives what was' },
  },
  {
    name: 'looked-at-only',
    mistake: 'A conflict of which only the mark is left that it was looked at is not written again.',
    file: 'shared/changes/conflict-records.ts',
    from: "if (winnerOf(recordIn(set, on), 'record') !== undefined) return []",
    to: 'if (recordIn(set, on) !== undefined) return []',
    killedBy: { file: takenBack, test: '[C97] one that was looked at is written again when its pair is merged again' },
  },
  {
    name: 'conflict-goes-with-merge',
    mistake: 'A conflict of which both edits stay goes when any merge is taken back.',
    file: 'shared/plan/reopened-conflicts.ts',
    from: "hasKind(record.id, 'conflict') && !areEditsIn(left, record)",
    to: "hasKind(record.id, 'conflict')",
    killedBy: { file: takenBack, test: '[C97] one that another file holds as well stays when the first that brought it is taken back' },
  },
  {
    name: 'conflict-left-behind',
    mistake: 'A conflict found in another merge stays where one of its edits goes, and says by its stamp that it is known.',
    file: 'shared/plan/reopened-conflicts.ts',
    from: "hasKind(record.id, 'conflict') && !areEditsIn(left, record)",
    to: "hasKind(record.id, 'goal') && !areEditsIn(left, record)",
    killedBy: { file: takenBack, test: '[C97] one that another merge found goes with an edit that goes' },
  },
  {
    name: 'hidden-conflict',
    mistake: 'A conflict that a merge hid does not come to light when it is taken back.',
    file: 'shared/plan/take-back-merge.ts',
    from: 'reopened: hiddenConflicts({ left, added, others, withdrawn })',
    to: 'reopened: hiddenConflicts({ left, added: [], others, withdrawn })',
    killedBy: { file: takenBack, test: '[C97] one that the merge hid comes to light: my edit loses to what the other file brought' },
  },
  {
    name: 'known-all-along',
    mistake: 'When a merge is taken back, an edit made since clashes with what it knew when it was made.',
    file: 'shared/plan/reopened-conflicts.ts',
    from: 'isKnown({ knows: before, stamp: change.at }) && (!hasGone(change)',
    to: '!isKnown({ knows, stamp: change.at }) && (before.size >= 0 || !hasGone(change)',
    killedBy: { file: takenBack, test: '[C97] an edit made since, in the knowledge of what another file brought, clashes with nothing' },
  },
  {
    name: 'left-over',
    mistake: 'What two files brought stays when both merges are taken back.',
    file: 'shared/plan/take-back-merge.ts',
    from: 'if (withdrawn.length === 0) return []',
    to: 'if (withdrawn.length >= 0) return []',
    killedBy: { file: takenBack, test: '[C97] what two files brought goes when both merges are taken back' },
  },
  {
    name: 'changed-back-stays',
    mistake: 'What was changed and changed back to what a file brought stays when the merge is taken back.',
    file: 'shared/plan/changed-back.ts',
    from: 'if (now === undefined || !isOwn(now)) return []',
    to: 'if (now === undefined || isOwn(now)) return []',
    killedBy: { file: 'test/shared/plan/changed-back.test.ts', test: '[C109] what was changed and changed back to what a file brought goes with it: the field says what it said before' },
  },
  {
    name: 'done-again-for-less',
    mistake: 'A merge that is done again counts no more for what other files kept of it meanwhile.',
    file: 'shared/plan/take-back-merge.ts',
    from: 'return [...new Set([...brought.filter(({ at }) => !isPageWriter(writerOf(at))), ...without])]',
    to: 'return [...new Set(without)]',
    killedBy: { file: 'test/shared/plan/take-back-merge.test.ts', test: '[U175] a merge that is done again brings all that it had brought' },
  },
  {
    name: 'done-again-over-a-gap',
    mistake: 'A merge is done again where another window has taken out one since that it built on.',
    file: 'shared/plan/done-again.ts',
    from: "return !since.some((each) => each.kind === 'takenBack' && each.id !== id && out.has(each.id))",
    to: "return !since.some((each) => each.kind === 'takenBack' && each.id === '' && out.has(each.id))",
    killedBy: { file: 'test/shared/plan/done-again.test.ts', test: '[U175] a merge is done again unless another one was taken out since, and is out' },
  },
  {
    name: 'settled-conflict-again',
    mistake: 'A merge that is done again brings back a conflict with what was chosen in it then and is chosen anew.',
    file: 'shared/changes/merge-again.ts',
    from: 'isConflictChange(change) && isOfEditsIn(added.set, change)',
    to: 'isConflictChange(change)',
    killedBy: { file: `${changes}/take-in-again.test.ts`, test: '[C99] a conflict with a choice made in the merge does not come back with it: what is chosen anew is chosen in the knowledge of both' },
    isRare: true,
  },
  {
    name: 'done-again-unseen',
    mistake: 'A merge that is done again clashes with nothing that has come in since.',
    file: 'shared/changes/merge-again.ts',
    from: 'return [...new Set(theirs.map(({ on }) => on))].flatMap(',
    to: 'return [...new Set(theirs.slice(theirs.length).map(({ on }) => on))].flatMap(',
    killedBy: { file: `${changes}/take-in-again.test.ts`, test: '[C99] what has come in since, in another window, clashes with a merge that is done again' },
    isRare: true,
  },
  {
    name: 'old-stamps-again',
    mistake: 'A merge that is done again brings back what was chosen in it under its old stamps.',
    file: 'shared/changes/merge-again.ts',
    from: 'return merge.hasExchanged || isGivenAgain(merge) || isOvertaken(merge)',
    to: 'return isGivenAgain(merge) || isOvertaken(merge)',
    killedBy: { file: `${changes}/take-in-again.test.ts`, test: '[C99] a choice made in a merge that was taken back and done again is news to who got a file in between' },
  },
  {
    name: 'typed-since-undone',
    mistake: 'A merge that is done again undoes what taking it back had written, also where people have typed there since.',
    file: 'shared/changes/merge-again.ts',
    from: '.flatMap((edit) => untyped(merge, edit))',
    to: '',
    killedBy: { file: `${changes}/take-in-again.test.ts`, test: '[C110] nor is it written over where it says what taking the merge back had written' },
  },
  {
    name: 'link-by-stamp-alone',
    mistake: 'A link that another of the same stamp takes the place of is taken for the one that was there, and a circle goes uncut.',
    file: 'shared/plan/plan-index.ts',
    from: ' || link?.value !== linkBefore?.value',
    to: '',
    killedBy: { file: 'test/shared/plan/links-of-one-stamp.test.ts', test: '[C95] a link that another of the same stamp takes the place of, as a copied profile makes them, is no way around the cut' },
  },
]
