import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit, Value } from '../../../shared/changes/change.ts'
import { recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { isPageStamp } from '../../../shared/wiki/page/page-stamp.ts'
import { portraitOf } from '../changes/portrait.ts'
import { act, openSession, type Session } from '../changes/session.ts'
import { anyCopy, anyEdit, anyNow, mergeFile, readInto, reviewOf, type LooseCopy } from './page-copies.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 500) }
const goals = ['goal:a', 'goal:b', 'goal:c'] as const
const fields = ['status', 'reason', 'teams/SRE', 'teams/RelEng', 'deleted'] as const

type Step = { readonly copy: LooseCopy } | { readonly edit: Edit }
const anyStep: fc.Arbitrary<Step> = fc.oneof(anyCopy.map((copy) => ({ copy })), anyEdit.map((edit) => ({ edit })))
const anySteps = fc.array(fc.tuple(anyStep, anyNow), { maxLength: 8 })

function doing(session: Session, steps: readonly (readonly [Step, number])[]): Session {
  return steps.reduce((done, [step, now]) => ('copy' in step ? readInto(done, step.copy, now) : act({ session: done, edits: [step.edit], now }).session), session)
}

function saysAll(set: ChangeSet): Readonly<Record<string, Value>> {
  const cells = goals.flatMap((on) => fields.map((field) => [`${on} ${field}`, winnerOf(recordIn(set, on), field)?.value ?? null] as const))
  return Object.fromEntries(cells.filter(([, value]) => value !== null && value !== false))
}

/** What must stand after some steps, the naive way: two sheets of paper, the page's below and the person's on top. */
function oracle(steps: readonly (readonly [Step, number])[]): Readonly<Record<string, Value>> {
  const page = new Map<string, Value>()
  const person = new Map<string, Value>()
  const read = new Set<string>()
  for (const [step] of steps) {
    if ('edit' in step) for (const [field, value] of Object.entries(step.edit.set)) person.set(`${step.edit.on} ${field}`, value)
    else if (!read.has(step.copy.key)) {
      const before = JSON.stringify([...page])
      for (const { on, set } of step.copy.edits) {
        for (const name of page.keys()) if (name.startsWith(`${on} teams/`) && !Object.hasOwn(set, name.slice(on.length + 1))) page.set(name, false)
        for (const [field, value] of Object.entries(set)) page.set(`${on} ${field}`, value)
      }
      // a copy that brings nothing leaves no trace, so it isn't known the next time
      if (JSON.stringify([...page]) !== before) read.add(step.copy.key)
    }
  }
  const stands = [...new Map([...page, ...person])].filter(([, value]) => value !== null && value !== false)
  return Object.fromEntries(stands.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function fileOf({ set }: Session): string {
  return writePlanFile({ set, by: { replica: '', name: '' }, at: '', app: '' })
}

describe('reading copies of a page while people work', () => {
  const me = openSession({ replica: 'aaaaaaaaaa' })
  const them = openSession({ replica: 'bbbbbbbbbb' })

  test('[W88] every field is what the person wrote, else what the copy says that was read last', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        expect(saysAll(doing(me, steps).set)).toEqual(oracle(steps))
      }),
      runs,
    )
  })

  test('[W88] any copy that brought something, read again, changes not one byte', () => {
    let again = 0
    fc.assert(
      fc.property(anySteps, anyNow, (steps, now) => {
        const session = doing(me, steps)
        for (const [step] of steps) {
          if (!('copy' in step) || !reviewOf(session, step.copy).wasRead) continue
          again += 1
          expect(reviewOf(session, step.copy).nothing).toBe(true)
          expect(readInto(session, step.copy, now).set).toBe(session.set)
        }
      }),
      runs,
    )
    expect(again).toBeGreaterThan(runs.numRuns)
  })

  test('[W89] two people who read the same page on their own hold the same: no conflict, nothing in the history', () => {
    fc.assert(
      fc.property(anyCopy, anyNow, anyNow, (copy, now, later) => {
        const [mine, theirs] = [readInto(me, copy, now), readInto(them, copy, later)]
        expect(fileOf(mine)).toBe(fileOf(theirs))
        const merged = mergeFile(mine, theirs, later)
        expect(merged.conflicts).toBe(0)
        expect(merged.session.set).toBe(mine.set)
      }),
      runs,
    )
  })

  test('[W89] whatever copies two people read and whatever they edit, they end with the same bytes, and no edit is lost to a page', () => {
    fc.assert(
      fc.property(anySteps, anySteps, anyNow, (mySteps, theirSteps, now) => {
        const [mine, theirs] = [doing(me, mySteps), doing(them, theirSteps)]
        const [a, b] = [mergeFile(mine, theirs, now).session, mergeFile(theirs, mine, now).session]
        expect(portraitOf(a.set)).toBe(portraitOf(b.set))
        expect(fileOf(a)).toBe(fileOf(b))
        for (const [step] of [...mySteps, ...theirSteps]) {
          if (!('edit' in step)) continue
          for (const field of Object.keys(step.edit.set)) expect(isPageStamp(winnerOf(recordIn(a.set, step.edit.on), field)?.at ?? '')).toBe(false)
        }
      }),
      runs,
    )
  })
})
