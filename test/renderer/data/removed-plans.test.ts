import { expect, test } from 'vitest'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import { forgetRemovedPlan, listRemovedPlans, noteRemoval, tidyRemovedPlans } from '../../../renderer/data/removed-plans.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { writeBackupInSteps } from '../../../shared/copies/write-backup.ts'
import { createMemoryCopies, type MemoryCopies } from '../../shared/copies/memory-copies.ts'
import { planWith, smallPlan } from '../../shared/edits/plan-at-hand.ts'

const noon = Date.UTC(2018, 11, 6, 12)
const now = noon + 24 * 60 * 60_000
const nobody = (): boolean => false

/** A computer from which a plan was removed. */
async function taken(): Promise<MemoryCopies> {
  const copies = createMemoryCopies()
  const backups = createPlanBackups({ copies, id: 'plan:tec' })
  for (const [index, title] of ['Early', 'Late'].entries()) {
    const view = planWith({ ...smallPlan, 'plan:tec': { title, startsOn: '2018-07-01' } })
    const written = finish(writeBackupInSteps({ view, by: { replica: 'aaaaaaaaaa', name: '' }, at: '', app: 'Quarterdeck' }))
    await backups.make({ written, reason: 'removed', at: noon + index * 60_000 })
  }
  return copies
}

test('[S95] a plan that was removed is one that is not here, has backups and no journal; its newest good backup says what it was', async () => {
  const copies = await taken()
  await copies.write({ folder: 'library', name: 'list.json', text: '[]' })
  await copies.write({ folder: 'plan-other', name: 'snapshot-1.json', text: '{}' })
  const late = { id: 'plan:tec', title: 'Late', year: 'FY18/19', goals: 4, at: noon + 60_000 }
  expect(await listRemovedPlans({ copies, now, isHere: nobody })).toEqual([late])
  expect(await listRemovedPlans({ copies, now, isHere: (id) => id === 'plan:tec' })).toEqual([])
  const newest = [...copies.files.keys()].find((key) => key.includes('12-01-00')) ?? ''
  copies.files.set(newest, 'spoilt')
  expect(await listRemovedPlans({ copies, now, isHere: nobody })).toEqual([{ ...late, title: 'Early', at: noon }])
  await copies.append({ folder: 'plan-tec', name: 'journal-0.log', text: 'row' })
  expect(await listRemovedPlans({ copies, now, isHere: nobody })).toEqual([])
})

test('[S95] removed for good nothing of it is left, also where that was cut short', async () => {
  const copies = await taken()
  expect(await forgetRemovedPlan({ copies, id: 'plan:tec' })).toBe(true)
  expect(copies.files.size).toBe(0)
  const again = await taken()
  const remove = again.remove
  let removals = 0
  const cutShort = { ...again, remove: (place: Parameters<typeof remove>[0]) => ((removals += 1) > 1 ? Promise.resolve({ ok: false, reason: 'failed' } as const) : remove(place)) }
  expect(await forgetRemovedPlan({ copies: cutShort, id: 'plan:tec' })).toBe(false)
  expect(again.files.size).toBe(2)
  expect(await listRemovedPlans({ copies: again, now, isHere: nobody })).toEqual([])
  expect(again.files.size).toBe(2)
  await tidyRemovedPlans({ copies: again, isHere: nobody, now: noon })
  expect(again.files.size).toBe(0)
})

test('[S95] a plan with a journal is not forgotten', async () => {
  const copies = await taken()
  await copies.append({ folder: 'plan-tec', name: 'journal-0.log', text: 'row' })
  const before = new Map(copies.files)
  expect(await forgetRemovedPlan({ copies, id: 'plan:tec' })).toBe(false)
  expect(copies.files).toEqual(before)
})

test('[S95] a plan that is here again is not forgotten, though that had begun', async () => {
  const copies = await taken()
  await copies.write({ folder: 'plan-tec', name: 'forgotten.json', text: '{}' })
  const written = finish(writeBackupInSteps({ view: planWith(smallPlan), by: { replica: 'aaaaaaaaaa', name: '' }, at: '', app: 'Quarterdeck' }))
  await createPlanBackups({ copies, id: 'plan:tec' }).make({ written, reason: 'timer', at: noon + 120_000 })
  expect([...copies.files.keys()].some((key) => key.includes('forgotten'))).toBe(false)
  expect(await listRemovedPlans({ copies, now, isHere: nobody })).toHaveLength(1)
})

test('[S95] a quarter of a year after it was removed the newest backups are left, which stay', async () => {
  const copies = await taken()
  const [made] = copies.files.values()
  for (const minute of [2, 3, 4]) copies.files.set(`plan-tec/backup-2018-12-06t11-0${minute}-00-000z-timer-4-13-0000000${minute}.json`, made ?? '')
  await tidyRemovedPlans({ copies, isHere: nobody, now: noon + 80 * 86_400_000 })
  expect(copies.files.size).toBe(5)
  await tidyRemovedPlans({ copies, isHere: (id) => id === 'plan:tec', now: noon + 4_000 * 86_400_000 })
  expect(copies.files.size).toBe(5)
  await tidyRemovedPlans({ copies, isHere: nobody, now: noon + 4_000 * 86_400_000 })
  expect(await listRemovedPlans({ copies, now, isHere: nobody })).toHaveLength(1)
  expect([...copies.files.keys()].map((key) => key.slice(27, 32)).toSorted()).toEqual(['11-04', '12-00', '12-01'])
})

test('[S95] what a plan was is noted as it is removed: no backup is read to list it, unless the newest is another one or does not end as it was written', async () => {
  const copies = await taken()
  const newest = [...copies.files.keys()].find((key) => key.includes('12-01-00'))?.slice('plan-tec/'.length) ?? ''
  await noteRemoval({ copies, id: 'plan:tec', backup: newest, title: 'Noted', year: 'FY18/19' })
  const whole: string[] = []
  const watched = { ...copies, read: (place: Parameters<typeof copies.read>[0]) => (place.lastBytes === undefined && whole.push(place.name), copies.read(place)) }
  const titles = async (): Promise<readonly string[]> => (await listRemovedPlans({ copies: watched, now, isHere: nobody })).map(({ title }) => title)
  expect([await titles(), whole]).toEqual([['Noted'], ['removed.log']])
  const text = copies.files.get(`plan-tec/${newest}`) ?? ''
  copies.files.set(`plan-tec/${newest}`, text.slice(0, -100))
  expect(await titles()).toEqual(['Early'])
  copies.files.set(`plan-tec/${newest}`, text)
  copies.files.set('plan-tec/removed.log', 'spoilt')
  expect(await titles()).toEqual(['Late'])
  await noteRemoval({ copies, id: 'plan:tec', backup: 'another', title: 'Noted', year: '' })
  expect(await titles()).toEqual(['Late'])
})
