import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRemovalActions, type RemovalActions } from '../../../renderer/app/removal-actions.ts'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import { removedText } from '../../../renderer/text/backups.ts'
import type { CopyFailure } from '../../../shared/copies/copy-store.ts'
import { createPlan } from '../../../shared/edits/tree-edits.ts'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { settled } from '../data/fake-computer.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

let at: DeskAtWork
let removal: RemovalActions

beforeEach(async () => {
  at = await deskAtWork()
  const { store, library, computer: { copies }, desk } = at
  removal = createRemovalActions({ store, library, copies, desk, backupsOf: (id) => createPlanBackups({ copies, id }), placeOf: () => Promise.resolve(() => Promise.resolve()), problem: (title) => { throw new Error(title) } })
  await desk.open({ id: 'plan:a', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'a' }, createPlan({ id: 'plan:a', title: 'Ours', startsOn: '2018-07-01' })) })
  await desk.showStart()
  await settled()
})
afterEach(() => at.close())

const plans = async (): Promise<readonly PlanEntry[]> => {
  const read = await at.library.plans()
  return read.ok ? read.value : []
}

test.each<[CopyFailure, boolean]>([['full', true], ['unavailable', false]])('[S95] where no last backup can be made (%s) nothing is removed before that was asked', async (why, hasEarlier) => {
  const newest = [...at.computer.copies.files.keys()].find((name) => name.includes('/backup-'))
  at.computer.copies.fail = why
  removal.removePlan('plan:a')
  await settled()
  expect((await plans()).map(({ id }) => id)).toEqual(['plan:a'])
  const { overlay } = at.store.getState()
  expect(overlay).toMatchObject({ kind: 'removeAnyway', plan: 'plan:a', title: 'Ours', why })
  expect(overlay?.kind === 'removeAnyway' && overlay.newest !== null).toBe(hasEarlier && newest !== undefined)
  if (why === 'full') at.computer.copies.fail = null // what is full can be deleted from
  removal.removePlan('plan:a', { isWithoutBackup: true })
  await settled()
  expect(await plans()).toEqual([])
})

test('[S95] what is asked says what would be gone', () => {
  expect([removedText.noLast('full'), removedText.wouldBeGone('10:41')]).toEqual(['No last backup could be made: the disk is full.', 'What was changed since the backup of 10:41 would be gone.'])
  expect(removedText.wouldBeGone(null)).toMatch(/^Everything in the plan would be gone/)
})
