import { expect, test } from 'vitest'
import { addChanges, emptyChangeSet, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { adoptFile } from '../../../shared/file/adopt-file.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { read, writeFile } from '../../shared/file/sample-file.ts'
import { planAtWork, sendOut } from './plan-at-work.ts'

const noon = Date.UTC(2018, 11, 5, 12)
const hour = 3_600_000

/** A file without any stamp, as a script makes it; two people open it, each at a moment of their own. */
const script = JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:t', title: 'P', startsOn: '2018-07-01' }, goals: [{ id: 'goal:a', title: 'Deploy', status: 'todo' }, { id: 'goal:b', title: 'Measure' }] })

function opened(now: number): ChangeSet {
  return adoptFile({ file: read(script), name: 'script.plan.json', mine: emptyChangeSet(), now })
}

const at = (now: number, writer: string): string => formatStamp({ ms: now, counter: 0, writer })
const theirs = addChanges(opened(noon), [{ at: at(noon + 3 * hour, 'bbbbbbbbbb0'), on: 'goal:a', set: { status: 'done', owner: 'There' } }, { at: at(noon + 3 * hour, 'bbbbbbbbbb0'), on: 'goal:n', set: { title: 'New', parent: 'goal:b' } }]).set
const mine = addChanges(opened(noon + hour), [{ at: at(noon + 2 * hour, 'aaaaaaaaaa0'), on: 'goal:b', set: { status: 'blocked' } }]).set

test.each([['withdrawn', false], ['set back, once a file has gone out', true]])('[F58] a merge is taken back, %s, also where both began with one script’s file, which the other opened earlier', async (_, isOut) => {
  const { store } = planAtWork({ set: mine, name: '' })
  store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: read(writeFile(theirs)).set, edits: [], file: { name: 'theirs.plan.json', by: 'There', reviewed: [], changes: 1 } })
  const says = (field: string): unknown => winnerOf(recordIn(store.getState().view.set, 'goal:a'), field)?.value ?? null
  expect([says('status'), says('owner')]).toEqual(['done', 'There'])
  if (isOut) sendOut({ store }, 'mine.plan.json')
  const [merged] = store.getState().exchanges
  const preview = await store.getState().previewTakeBack(merged?.kind === 'merged' ? merged.id : '')
  expect(preview).toMatchObject({ gone: ['goal:n'], staying: [] })
  expect(preview?.fields.map(({ on, field, after }) => [on, field, after])).toEqual(expect.arrayContaining([['goal:a', 'status', 'todo'], ['goal:a', 'owner', null]]))
  store.getState().undo()
  expect([says('status'), says('owner'), winnerOf(recordIn(store.getState().view.set, 'goal:b'), 'status')?.value]).toEqual(['todo', null, 'blocked'])
  expect(isOut || writeFile(store.getState().view.set) === writeFile(mine)).toBe(true)
})

test('[F58] a conflict over other values under one stamp goes with the merge that raised it', () => {
  const under = at(noon + 2 * hour, 'cccccccccc0')
  const [here, there] = ['Deploy here', 'Deploy there'].map((title) => addChanges(mine, [{ at: under, on: 'goal:a', set: { title } }]).set)
  const { store } = planAtWork({ set: here ?? mine, name: '' })
  store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: read(writeFile(there ?? mine)).set, edits: [], file: { name: 'there.plan.json', by: 'There', reviewed: [], changes: 1 } })
  expect(openConflicts(store.getState().view).map(({ on, field }) => [on, field])).toEqual([['goal:a', 'title']])
  store.getState().undo()
  expect(writeFile(store.getState().view.set)).toBe(writeFile(here ?? mine))
})

test('[F58] what stood below something that was not here keeps standing so when the file that brought it is taken back', () => {
  const orphan = addChanges(mine, [{ at: at(noon + 2 * hour, 'aaaaaaaaaa0'), on: 'goal:o', set: { title: 'Orphan', parent: 'goal:n' } }]).set
  const { store } = planAtWork({ set: orphan, name: '' })
  store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs, edits: [], file: { name: 'theirs.plan.json', by: 'There', reviewed: [], changes: 1 } })
  store.getState().undo()
  expect(writeFile(store.getState().view.set)).toBe(writeFile(orphan))
})
