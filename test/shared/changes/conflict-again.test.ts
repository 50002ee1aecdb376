import { expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { act, openSession, takeIn, type Session } from './session.ts'
import { stampAt } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)
const goal = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])

function doing(session: Session, set: Fields): Session {
  return act({ session, edits: [{ on: 'goal:a', set }], now }).session
}

test('[C64] a newer file that holds a pair merged before, and another edit beside it, raises that conflict no more', () => {
  const theirs = doing(openSession({ replica: 'bbbbbbbbbb', set: goal }), { status: 'blocked' })
  const mine = doing(openSession({ replica: 'aaaaaaaaaa', set: goal }), { status: 'done' })
  expect(mergeChangeSets(mine.set, theirs.set).conflicts).toHaveLength(1)
  const merged = takeIn({ session: mine, theirs: theirs.set, now }).session
  const newer = doing(theirs, { title: 'U' })
  expect(mergeChangeSets(merged.set, newer.set).conflicts).toEqual([])
  expect(mergeChangeSets(newer.set, merged.set).conflicts).toEqual([])
})
