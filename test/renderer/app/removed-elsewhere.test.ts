import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRemovalActions, type RemovalActions } from '../../../renderer/app/removal-actions.ts'
import { keepInOutbox, readOutbox } from '../../../renderer/data/outbox.ts'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlan } from '../../../shared/edits/tree-edits.ts'
import { settled } from '../data/fake-computer.ts'
import { fakeLocalStorage } from '../fake-local-storage.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

/** P removes, and brings back, what W has open. */
let [P, W]: readonly DeskAtWork[] = []
let removal: RemovalActions

beforeEach(async () => {
  vi.stubGlobal('localStorage', fakeLocalStorage())
  P = await deskAtWork()
  W = await deskAtWork({ computer: P.computer, slot: 1 })
  removal = removalOf(P)
  await windowW().desk.open({ id: 'plan:a', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'a' }, createPlan({ id: 'plan:a', title: 'Ours', startsOn: '2018-07-01' })) })
  await settled()
})
afterEach(async () => {
  await windowW().close()
  await windowP().close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function windowP(): DeskAtWork {
  if (P === undefined) throw new Error('there is no first window')
  return P
}
function windowW(): DeskAtWork {
  if (W === undefined) throw new Error('there is no second window')
  return W
}
function removalOf({ store, library, computer, desk }: DeskAtWork): RemovalActions {
  const { copies } = computer
  return createRemovalActions({ store, library, copies, desk, backupsOf: (id) => createPlanBackups({ copies, id }), placeOf: () => Promise.resolve(() => Promise.resolve()), problem: (title) => { throw new Error(title) } })
}
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => expect(await isSo()).toBe(true), { timeout: 4_000, interval: 10 })
}
const later = (): string => formatStamp({ ms: Date.now() + 1_000, counter: 0, writer: 'aaaaaaaaaa0' })
async function listed(): Promise<readonly PlanEntry[]> {
  const plans = await windowP().library.plans()
  return plans.ok ? plans.value : []
}
const title = ({ session }: DeskAtWork): string | undefined => session().plan.getState().view.plan?.title
function rename({ session }: DeskAtWork, to: string): void {
  session().plan.getState().act({ action: 'recordEdited', subject: to }, [{ on: 'plan:a', set: { title: to } }])
}
async function removeInP(): Promise<void> {
  removal.removePlan('plan:a')
  await until(async () => (await listed()).length === 0)
  await settled()
}

test('[S79] a plan that was removed in another window is known as that at once, and never listed again by what is done here', async () => {
  await removeInP()
  expect(windowW().session().plan.getState().isRemoved).toBe(true)
  rename(windowW(), 'Edited after')
  await settled()
  await windowW().desk.showStart()
  await settled()
  expect(await listed()).toEqual([])
  expect(windowW().store.getState().phase.kind).toBe('start')
  expect(readOutbox('plan:a')).toHaveLength(1)
})

test('[S95] brought back it is as its backup says, with what another window could not save of it', async () => {
  await removeInP()
  rename(windowW(), 'Edited after')
  await settled()
  await windowW().desk.showStart()
  removal.bringBackPlan('plan:a')
  await until(() => windowP().store.getState().phase.kind === 'plan')
  await until(() => title(windowP()) === 'Edited after')
  expect(windowP().session().plan.getState().view.plan?.startsOn).toBe('2018-07-01')
  await settled()
  expect([(await listed()).map((entry) => entry.id), readOutbox('plan:a')]).toEqual([['plan:a'], []])
})

test('[S95] where something of it is there already the backup is taken in all the same', async () => {
  await removeInP()
  const storage = windowP().library.openPlan('plan:a')
  await storage.load()
  await storage.append([{ action: 'recordEdited', at: 1, changes: [{ at: later(), on: 'plan:a', set: { intro: 'written since' } }] }])
  storage.close()
  removal.bringBackPlan('plan:a')
  await until(() => windowP().store.getState().phase.kind === 'plan')
  await until(() => title(windowP()) === 'Ours')
  expect(windowP().session().plan.getState().view.plan?.startsOn).toBe('2018-07-01')
})

test('[S95] a window that has it open goes on with it when it is brought back elsewhere, and saves what it could not', async () => {
  await removeInP()
  rename(windowW(), 'Edited after')
  await settled()
  const before = windowW().session()
  removal.bringBackPlan('plan:a')
  await until(() => windowP().store.getState().phase.kind === 'plan' && title(windowP()) === 'Edited after')
  await until(() => windowW().store.getState().phase.kind === 'plan' && windowW().session() !== before)
  expect(title(windowW())).toBe('Edited after')
  rename(windowW(), 'And on')
  await until(() => title(windowP()) === 'And on')
  expect(windowW().session().plan.getState().isRemoved).toBe(false)
})

test('[S95] it is brought back from the window that has it open, also without a second copy', async () => {
  windowP().computer.copies.fail = 'unavailable'
  removal.removePlan('plan:a', { isWithoutBackup: true })
  await until(async () => (await listed()).length === 0)
  await settled()
  rename(windowW(), 'Edited after')
  await settled()
  await windowW().desk.bringBackOpen()
  await until(async () => (await listed()).length === 1)
  await windowW().desk.showStart()
  await windowP().desk.open({ id: 'plan:a' })
  expect([title(windowP()), windowP().session().plan.getState().view.plan?.startsOn]).toEqual(['Edited after', '2018-07-01'])
})

test('[S95] who brings it back from there is where they were', async () => {
  windowW().session().board.getState().showScope('year')
  await removeInP()
  await windowW().desk.bringBackOpen()
  expect(windowW().session().board.getState().query.scope).toBe('year')
})

test('[S95] what an earlier window left of a plan that is removed is in its last backup', async () => {
  await windowW().desk.showStart()
  keepInOutbox({ plan: 'plan:a', slot: 5, commits: [{ action: 'recordEdited', at: 2, changes: [{ at: later(), on: 'plan:a', set: { title: 'Left behind' } }] }] })
  await removeInP()
  expect(readOutbox('plan:a')).toEqual([])
  removal.bringBackPlan('plan:a')
  await until(() => windowP().store.getState().phase.kind === 'plan')
  expect(title(windowP())).toBe('Left behind')
})
