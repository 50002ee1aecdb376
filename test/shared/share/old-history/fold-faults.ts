import { areEditsIn } from '../../../../shared/changes/conflict-edits.ts'
import type { ChangeSet } from '../../../../shared/changes/fold.ts'
import { winnerOf } from '../../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../../shared/changes/sharded-map.ts'
import { setAt } from '../../../../shared/history/set-at.ts'
import { hasKind } from '../../../../shared/model/ids.ts'
import { meet, type Found, type Played } from './fold-world.ts'

/** What went wrong in a history, held against the same one in which nothing was folded away. */
export function faultsOf(played: Played): readonly string[] {
  // who was away gets what is left of a colleague's past
  const before = Math.max(...played.twins.map((twin) => twin.before))
  const end = meet(played.twins)
  return [
    ...played.twins.flatMap(({ replica, whole, thin }) => [
      ...differs(saidBy(whole), saidBy(thin), `${replica} says something else`),
      ...differs(countsIn(whole), countsIn(thin), `${replica} lost what counts`),
      ...differs(knownIn(whole), knownIn(thin), `${replica} knows something else`),
      ...differs(conflictsIn(whole), conflictsIn(thin), `${replica} tells other conflicts`),
      ...differs(countsIn(setAt({ set: whole, at: before })), countsIn(setAt({ set: thin, at: before })), `${replica} looks back on something else`),
    ]),
    ...[...played.found, ...end.found].flatMap((news) => differs(foundIn(news.whole), foundIn(news.thin), 'something else is found')),
    ...end.twins.flatMap(({ replica, whole, thin }) => [
      ...differs(saidBy(whole), saidBy(thin), `${replica} says something else in the end`),
      ...differs(countsIn(whole) + knownIn(whole), countsIn(thin) + knownIn(thin), `${replica} is something else in the end`),
    ]),
  ]
}

function differs(whole: string, thin: string, fault: string): readonly string[] {
  return whole === thin ? [] : [fault]
}

/** What a plan says, record by record: what is deleted says nothing. */
function saidBy(set: ChangeSet): string {
  const lines = [...valuesOf(set.records)].flatMap((record) => (winnerOf(record, 'deleted')?.value === true ? [] : record.winners.map(({ field, value }) => `${record.id} ${field} ${JSON.stringify(value)}`)))
  return lines.toSorted().join('\n')
}

/** What counts, to the stamp, what is deleted included. */
function countsIn(set: ChangeSet): string {
  return [...valuesOf(set.records)].flatMap((record) => record.winners.map(({ field, at, value }) => `${record.id} ${field} ${at} ${JSON.stringify(value)}`)).toSorted().join('\n')
}

function knownIn(set: ChangeSet): string {
  return [...set.knows.values()].toSorted().join('\n')
}

/** The conflicts of which both edits are there. */
function conflictsIn(set: ChangeSet): string {
  return [...valuesOf(set.records)].flatMap((record) => (hasKind(record.id, 'conflict') && areEditsIn(set, record) ? [record.id] : [])).toSorted().join('\n')
}

function foundIn(found: Found['whole']): string {
  return found.map(({ at, on, set }) => `${on} ${at} ${JSON.stringify(set)}`).toSorted().join('\n')
}
