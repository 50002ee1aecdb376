import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameValue } from '../../../shared/changes/canonical.ts'
import type { Edit, Value } from '../../../shared/changes/change.ts'
import { recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { writtenBy } from './oracle.ts'
import { stableText } from './portrait.ts'
import { act, openSession, redo, undo, type Session } from './session.ts'
import { anySet, anyValue, tinyFields, tinyRecords } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)

const anyEdit: fc.Arbitrary<Edit> = fc.record({ on: fc.constantFrom(...tinyRecords), set: fc.dictionary(fc.constantFrom(...tinyFields), anyValue, { minKeys: 1 }) })
const anyAction = fc.record({ edits: fc.uniqueArray(anyEdit, { minLength: 1, maxLength: 2, selector: (edit) => edit.on }), now: fc.integer({ min: now - 3, max: now + 3 }) })

/** What people see: of each record that isn't deleted, each field that says something; false is as good as not set. */
function stateOf(set: ChangeSet): string {
  const lines = tinyRecords.map((id) => {
    const record = recordIn(set, id)
    const said = record?.winners.filter((cell) => cell.value !== null && cell.value !== false).map((cell) => `${cell.field}=${stableText(cell.value)}`) ?? []
    return winnerOf(record, 'deleted')?.value === true || said.length === 0 ? `${id}: none` : `${id}: ${said.join(', ')}`
  })
  return lines.join('\n')
}

/** Leaves out of an action what would change nothing, as the app's edits do. */
function effective(set: ChangeSet, edits: readonly Edit[]): readonly Edit[] {
  return edits.flatMap(({ on, set: fields }) => {
    const record = recordIn(set, on)
    const valueNow = (field: string): Value => winnerOf(record, field)?.value ?? null
    const changed = Object.entries(fields).filter(([field, value]) => !isSameValue(valueNow(field), value))
    const isMadeDeleted = record === undefined && fields['deleted'] === true
    return changed.length === 0 || isMadeDeleted ? [] : [{ on, set: Object.fromEntries(changed) }]
  })
}

/** Does the actions one by one; each state is kept, the first before any. */
function doAll(start: Session, actions: readonly { readonly edits: readonly Edit[]; readonly now: number }[]): { readonly session: Session; readonly states: readonly string[] } {
  let session = start
  const states = [stateOf(session.set)]
  for (const action of actions) {
    const edits = effective(session.set, action.edits)
    if (edits.length === 0) continue
    session = act({ session, edits, now: action.now }).session
    states.push(stateOf(session.set))
  }
  return { session, states }
}

describe('undo, whatever was done', () => {
  test('[C72] undoing all steps goes back through every state to the first, and redoing all forward to the last', () => {
    fc.assert(
      fc.property(anySet, fc.array(anyAction, { maxLength: 8 }), (set, actions) => {
        const { session: after, states } = doAll(openSession({ replica: 'dddddddddd', set }), actions)
        let session = after
        for (const state of states.slice(0, -1).toReversed()) {
          session = undo({ session, now }).session
          expect(stateOf(session.set)).toBe(state)
        }
        expect(undo({ session, now }).changes).toEqual([])
        for (const state of states.slice(1)) {
          session = redo({ session, now }).session
          expect(stateOf(session.set)).toBe(state)
        }
        expect(redo({ session, now }).changes).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  test('[C73] any walk of undo and redo stands where the same number of steps from the start led', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { minLength: 1, maxLength: 6 }), fc.array(fc.boolean(), { maxLength: 20 }), (actions, walk) => {
        const { session: after, states } = doAll(openSession({ replica: 'dddddddddd' }), actions)
        let session = after
        let at = states.length - 1
        for (const back of walk) {
          session = (back ? undo : redo)({ session, now }).session
          at = back ? Math.max(0, at - 1) : Math.min(states.length - 1, at + 1)
          expect(stateOf(session.set)).toBe(states[at])
        }
      }),
      { numRuns: 500 },
    )
  })

  test("[C76] whatever a teammate wrote later is what still counts after undoing everything of one's own", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 4 }), fc.array(anyAction, { maxLength: 3 }), (mine, theirs) => {
        const own = doAll(openSession({ replica: 'dddddddddd' }), mine).session
        const teammate = openSession({ replica: 'eeeeeeeeee', set: own.set })
        const later = doAll(teammate, theirs.map((action) => ({ ...action, now: action.now + 1_000 }))).session
        const merged = uniteChangeSets(own.set, later.set).set
        let session: Session = { ...own, set: merged }
        for (let step = 0; step < 4; step += 1) session = undo({ session, now: now + 2_000 }).session
        const counted = tinyRecords.flatMap((id) => recordIn(merged, id)?.winners.map((cell) => ({ on: id, ...cell })) ?? [])
        const teammates = counted.filter((cell) => cell.at.includes('eeeeeeeeee'))
        expect(teammates.map(({ on, field }) => winnerOf(recordIn(session.set, on), field)?.at)).toEqual(teammates.map((cell) => cell.at))
      }),
      { numRuns: 500 },
    )
  })

  test('[C71] undo and redo only add: every change ever made is still there', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 5 }), fc.array(fc.boolean(), { maxLength: 10 }), (actions, walk) => {
        let session = openSession({ replica: 'dddddddddd' })
        const made: string[] = []
        for (const action of actions) {
          const written = act({ session, ...action })
          session = written.session
          made.push(...writtenBy(written.changes).map(({ on, field, at }) => `${on} ${field} ${at}`))
        }
        for (const back of walk) session = (back ? undo : redo)({ session, now }).session
        const kept = new Set(tinyRecords.flatMap((id) => [...(recordIn(session.set, id)?.winners ?? []), ...(recordIn(session.set, id)?.losers ?? [])].map(({ field, at }) => `${id} ${field} ${at}`)))
        expect(made.filter((cell) => !kept.has(cell))).toEqual([])
      }),
    )
  })
})
