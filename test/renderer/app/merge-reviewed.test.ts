import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergeReviewed } from '../../../renderer/app/merge-reviewed.ts'
import { takeFile } from '../../../renderer/app/take-file.ts'
import type { ToastOptions } from '../../../renderer/ui/toaster.ts'
import type { PlanFile } from '../../../shared/file/read-plan-file.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import type { MergeDecision } from '../../../renderer/features/exchange/MergeDialog.tsx'
import { sampleChanges, sampleText, stampAt, writeFile } from '../../shared/file/sample-file.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

let at: DeskAtWork
let toasts: ToastOptions[]
let begun: PlanFile[]

const theirs = writeFile(foldChanges([...sampleChanges, { at: stampAt(9_000, 'bbbbbbbbbb0'), on: 'goal:a', set: { title: 'Their words' } }]))
const decision: MergeDecision = { edits: [], reviewed: [], changes: 1 }

beforeEach(async () => {
  at = await deskAtWork()
  toasts = []
  begun = []
})

afterEach(() => at.close())

async function take(text: string): Promise<void> {
  const { store, desk } = at
  await takeFile({ store, desk, opened: { ok: true, token: 'file-000000000000000000000', name: 'theirs.plan.json', text }, onNew: () => undefined, openSnapshot: () => Promise.resolve(null) })
}

function merge(): Promise<void> {
  const { store, desk } = at
  const show = (toast: ToastOptions): string => String(toasts.push(toast))
  return mergeReviewed({ store, desk, toaster: { show }, onNew: (file) => begun.push(file) }, decision)
}

async function titleKept(): Promise<unknown> {
  const kept = await at.desk.changesOf('plan:p')
  return kept.ok && kept.value !== null ? winnerOf(recordIn(kept.value, 'goal:a'), 'title')?.value : null
}

const reviewed = (): string | undefined => at.store.getState().overlay?.kind

test('[U5] a merge is one action, told once, and its toast takes it back', async () => {
  await take(sampleText)
  const before = 'Move the verify stage'
  await take(theirs)
  expect(reviewed()).toBe('mergeFile')
  await merge()
  const { plan } = at.session()
  expect([reviewed(), await titleKept(), plan.getState().undoable.length]).toEqual([undefined, 'Their words', 1])
  expect(toasts).toMatchObject([{ isUndo: true }])
  toasts[0]?.action?.onPress()
  expect(await titleKept()).toBe(before)
})

test('[U5] pressed twice while the plan that is not open is looked up, it is merged once', async () => {
  await take(sampleText)
  await at.desk.showStart()
  await take(theirs)
  await Promise.all([merge(), merge()])
  expect([at.session().plan.getState().undoable.length, toasts.length, await titleKept()]).toEqual([1, 1, 'Their words'])
})

test('[U130] left meanwhile, nothing is merged and no plan is opened', async () => {
  await take(sampleText)
  const before = 'Move the verify stage'
  await at.desk.showStart()
  await take(theirs)
  const merging = merge()
  at.store.setState({ overlay: null })
  await merging
  expect([at.store.getState().phase.kind, toasts, begun, await titleKept()]).toEqual(['start', [], [], before])
})

test('[U187] what somebody wrote since into the plan that is not open is reviewed before anything is merged', async () => {
  await take(sampleText)
  await at.desk.showStart()
  await take(theirs)
  await at.desk.open({ id: 'plan:p' })
  at.session().plan.getState().act({ action: 'goalRenamed', subject: '' }, [{ on: 'goal:a', set: { title: 'Written since' } }])
  await at.desk.showStart()
  await merge()
  expect([reviewed(), toasts, await titleKept()]).toEqual(['mergeFile', [], 'Written since'])
  await merge()
  expect([reviewed(), toasts.length]).toEqual([undefined, 1])
})

test('[U186] a plan that is new here begins with the file, and there is nothing to undo', async () => {
  await take(theirs.replace('"title":"Their words"', '"title":"By hand"'))
  expect(reviewed()).toBe('mergeFile')
  await merge()
  expect([begun.length, toasts, at.session().plan.getState().undoable, await titleKept()]).toEqual([1, [], [], 'By hand'])
})
