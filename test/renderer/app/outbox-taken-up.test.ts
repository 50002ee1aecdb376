import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepInOutbox, readOutbox } from '../../../renderer/data/outbox.ts'
import type { Commit } from '../../../renderer/data/storage.ts'
import { createPlan } from '../../../shared/edits/tree-edits.ts'
import { settled } from '../data/fake-computer.ts'
import { dropDatabase, rowsOf } from '../data/raw-database.ts'
import { fakeLocalStorage } from '../fake-local-storage.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

let at: DeskAtWork

beforeEach(async () => {
  vi.stubGlobal('localStorage', fakeLocalStorage())
  at = await deskAtWork()
})
afterEach(async () => {
  await at.close()
  vi.unstubAllGlobals()
})

const rows = async (): Promise<readonly Commit[]> => (await rowsOf({ factory: at.computer.indexedDB, name: 'quarterdeck-plan-a', store: 'commits' })) as unknown as readonly Commit[] // as the app wrote them

test('[Z3] what an earlier page has kept because there was no room for its copy is written again only where it is missing', async () => {
  await at.desk.open({ id: 'plan:a', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'a' }, createPlan({ id: 'plan:a', title: 'a', startsOn: '2018-07-01' })) })
  await settled()
  const [created] = await rows()
  if (created === undefined) throw new Error('nothing was written')
  await at.desk.showStart()
  const { changes, action } = created
  const missing: Commit = { action: 'recordEdited', at: 2, changes: [{ at: changes[0]?.at.replace(/^./, '9') ?? '', on: 'plan:a', set: { title: 'kept' } }] }
  keepInOutbox({ plan: 'plan:a', slot: 1, commits: [{ changes, action, at: created.at }, missing] })
  await at.desk.open({ id: 'plan:a' })
  await settled()
  expect((await rows()).map((row) => row.action)).toEqual(['planCreated', 'recordEdited'])
  expect(at.session().plan.getState().view.plan?.title).toBe('kept')
  expect(readOutbox('plan:a')).toEqual([])
})

test('[U221] what is left in the database without its second copy is kept besides, for whoever opens the plan next', async () => {
  await at.desk.open({ id: 'plan:a', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'a' }, createPlan({ id: 'plan:a', title: 'a', startsOn: '2018-07-01' })) })
  await settled()
  at.computer.copies.fail = 'full'
  at.session().plan.getState().act({ action: 'recordEdited', subject: 'a' }, [{ on: 'plan:a', set: { title: 'without a copy' } }])
  await settled()
  await at.desk.showStart()
  await settled()
  await dropDatabase({ factory: at.computer.indexedDB, name: 'quarterdeck-plan-a' })
  at.computer.copies.fail = null
  await at.desk.open({ id: 'plan:a' })
  await settled()
  expect(at.session().plan.getState().view.plan?.title).toBe('without a copy')
})
