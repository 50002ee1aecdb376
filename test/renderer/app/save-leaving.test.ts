import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAppStore, type AppStore } from '../../../renderer/app/app-store.ts'
import { createBackupActions } from '../../../renderer/app/backup-actions.ts'
import { saveLeaving } from '../../../renderer/app/save-leaving.ts'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import type { Host } from '../../../renderer/host/host.ts'
import { appText } from '../../../renderer/text/app.ts'
import { createToaster } from '../../../renderer/ui/toaster.ts'
import type { PlanStore } from '../../../renderer/state/plan-store.ts'
import { planAtWork } from '../state/plan-at-work.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

const file = { kind: 'plan', suggestedName: 'tec3.plan.json', text: '{}' } as const

async function save(saveFile: Host['saveFile']): Promise<{ readonly name: string | null; readonly store: AppStore; readonly plan: PlanStore }> {
  const store = createAppStore({ theme: 'system', singleKeys: true, paper: 'A4' })
  const { store: plan } = planAtWork()
  const leaving = plan.getState().beginExport(file.suggestedName)
  return { name: await saveLeaving({ host: { saveFile }, store, file, leaving }), store, plan }
}

test('[U189] an export ends however its file fares, and what is not known of it counts as out', async () => {
  const written = await save(() => Promise.resolve({ ok: true, name: 'mine.plan.json', token: 'file-1' }))
  expect([written.name, written.plan.getState().leaving, written.store.getState().overlay]).toEqual(['mine.plan.json', 0, null])
  const refused = await save(() => Promise.resolve({ ok: false, name: 'mine.plan.json', reason: 'full' }))
  expect([refused.name, refused.plan.getState().leaving]).toEqual([null, 0])
  expect(refused.store.getState().overlay).toEqual({ kind: 'problem', title: appText.exportFailed('mine.plan.json'), text: appText.exportReasons.full })
  const broken = await save(() => Promise.reject(new Error('the window is closing')))
  expect([broken.name, broken.plan.getState().leaving]).toEqual([null, 0])
  expect(broken.store.getState().overlay).toEqual({ kind: 'problem', title: appText.exportFailed(file.suggestedName), text: appText.exportReasons.unknown })
  const given = await save(() => Promise.resolve(null))
  expect([given.name, given.plan.getState().leaving, given.store.getState().overlay]).toEqual([null, 0, null])
})

let at: DeskAtWork

beforeEach(async () => {
  at = await deskAtWork()
})
afterEach(() => at.close())

test('[U189] a backup of the open plan that is saved as a file, and breaks off, leaves the plan free to be left', async () => {
  await at.desk.open({ id: 'plan:tec', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'T' }, [{ on: 'plan:tec', set: { title: 'T', startsOn: '2018-07-01' } }]) })
  const session = at.session()
  const made = await session.backups.getState().make('hand')
  const actions = createBackupActions({
    store: at.store,
    desk: at.desk,
    host: { saveFile: () => Promise.reject(new Error('the window is closing')) },
    toaster: createToaster(),
    current: () => session,
    backupsOf: (id) => createPlanBackups({ copies: at.computer.copies, id }),
  })
  actions.saveBackup({ plan: 'plan:tec', name: made.ok ? made.value.name : '' })
  await expect.poll(() => at.store.getState().overlay?.kind).toBe('problem')
  expect(session.plan.getState().leaving).toBe(0)
})
