import { describe, expect, test } from 'vitest'
import { createPlanBackups, type PlanBackups, type ReadBackup } from '../../../renderer/data/plan-backups.ts'
import type { Edit } from '../../../shared/changes/change.ts'
import { finish } from '../../../shared/changes/steps.ts'
import type { Backup, BackupReason } from '../../../shared/copies/backup-name.ts'
import type { Copied } from '../../../shared/copies/copy-store.ts'
import { writeBackupInSteps } from '../../../shared/copies/write-backup.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { createMemoryCopies, type MemoryCopies } from '../../shared/copies/memory-copies.ts'
import { after, planWith, smallPlan } from '../../shared/edits/plan-at-hand.ts'

const id = 'plan:tec'
const folder = 'plan-tec'
const [minute, day] = [60_000, 24 * 60 * 60_000]
const noon = Date.UTC(2018, 11, 6, 12)
const plan = planWith(smallPlan)

function retitled(view: PlanView, title: string): PlanView {
  const edit: Edit = { on: 'goal:a', set: { title } }
  return after(view, [edit])
}

async function make(backups: PlanBackups, { view = plan, at = noon, reason = 'timer' }: { readonly view?: PlanView; readonly at?: number; readonly reason?: BackupReason } = {}): Promise<Copied<Backup>> {
  const written = finish(writeBackupInSteps({ view, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: new Date(at).toISOString(), app: 'Quarterdeck' }))
  return backups.make({ written, reason, at })
}

async function namesIn(backups: PlanBackups): Promise<readonly string[]> {
  const list = await backups.list()
  return list.ok ? list.value.map(({ name }) => name) : [list.reason]
}

function nameOf(made: Copied<Backup>): string {
  return made.ok ? made.value.name : made.reason
}

function spoil({ files }: MemoryCopies, name: string, how: (text: string) => string): void {
  files.set(`${folder}/${name}`, how(files.get(`${folder}/${name}`) ?? ''))
}

function fourTitles(): readonly PlanView[] {
  return ['one', 'two', 'three', 'four'].map((title) => retitled(plan, title))
}

describe('backups of a plan', () => {
  test('[S86] are plan files of the plan, the newest first, and prove themselves when they are read', async () => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    const early = await make(backups)
    const late = await make(backups, { view: retitled(plan, 'Verify'), at: noon + minute, reason: 'merge' })
    copies.files.set(`${folder}/journal-0.log`, 'not a backup')
    expect(await namesIn(backups)).toEqual([nameOf(late), nameOf(early)])
    const read = await backups.read(nameOf(early))
    expect(read).toMatchObject({ ok: true, value: { file: { planId: id, byHand: null }, backup: { goals: 4, reason: 'timer', at: noon } } })
    expect(read.ok && read.value.file.set.knows).toEqual(plan.set.knows)
  })

  test('[S87] nothing is written where the newest holds the same, unless it is to be kept for a day', async () => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    for (const [index, view] of fourTitles().entries()) await make(backups, { view, at: noon - (index + 1) * minute })
    const before = await namesIn(backups)
    const first = await make(backups)
    expect(nameOf(await make(backups, { at: noon + minute }))).toBe(nameOf(first))
    const merge = await make(backups, { at: noon + 2 * minute, reason: 'merge' })
    expect(await namesIn(backups)).toEqual([nameOf(merge), ...before])
    expect(nameOf(await make(backups, { at: noon + 3 * minute, reason: 'restore' }))).toBe(nameOf(merge))
  })

  test('[S87] one that holds the same and is damaged is no reason not to make one', async () => {
    const copies = createMemoryCopies()
    const name = nameOf(await make(createPlanBackups({ copies, id })))
    spoil(copies, name, (text) => text.slice(0, 100))
    const later = createPlanBackups({ copies, id })
    const made = await make(later, { at: noon + minute })
    expect(nameOf(made)).not.toBe(name)
    expect((await later.read(nameOf(made))).ok).toBe(true)
  })

  test.each<readonly [string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['emptied', () => ''],
    ['changed by a letter', (text) => text.replace('Verify stage', 'Verify stane')],
    ['of another plan', (text) => text.replaceAll('plan:tec', 'plan:oth')],
    ['no JSON', (text) => text.replace('{', '[')],
  ])('[S86] one that is %s is damaged, said to be so in the list, and passed over for the next', async (_, how) => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    const good = nameOf(await make(backups))
    const bad = nameOf(await make(backups, { view: retitled(retitled(plan, 'Other'), 'Verify stage'), at: noon + minute }))
    spoil(copies, bad, how)
    const fresh = createPlanBackups({ copies, id })
    expect(await fresh.newestGood(noon)).toMatchObject({ ok: true, value: { backup: { name: good } } })
    expect(await fresh.read(bad)).toEqual({ ok: false, reason: 'damaged' } satisfies ReadBackup)
    expect(await fresh.list()).toMatchObject({ ok: true, value: [{ name: bad, isDamaged: true }, { name: good, isDamaged: false }] })
  })

  test('[S86] without a good one there is none', async () => {
    const copies = createMemoryCopies()
    expect(await createPlanBackups({ copies, id }).newestGood(noon)).toEqual({ ok: true, value: null })
    spoil(copies, nameOf(await make(createPlanBackups({ copies, id }))), () => '{}')
    expect(await createPlanBackups({ copies, id }).newestGood(noon)).toEqual({ ok: true, value: null })
    expect(await createPlanBackups({ copies, id }).read('backup-none.json')).toEqual({ ok: false, reason: 'gone' })
  })

  test('[S88] one that can’t be written, or doesn’t read as it was written, is said', async () => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    copies.fail = 'full'
    expect(await make(backups)).toEqual({ ok: false, reason: 'full' })
    copies.fail = null
    const forgetful = createPlanBackups({ id, copies: { ...copies, write: (file) => copies.write({ ...file, text: file.text.slice(1) }) } })
    expect(await make(forgetful)).toEqual({ ok: false, reason: 'failed' })
  })

  test('[S89] none is removed before three that differ have proved good', async () => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    for (const [index, view] of fourTitles().entries()) await make(backups, { view, at: noon + index * 1_000 })
    const names = await namesIn(backups)
    for (const name of names.slice(0, 2)) spoil(copies, name, () => '')
    const fresh = createPlanBackups({ copies, id })
    // one of the damaged is found at each look, and what goes is worked out anew
    for (let look = 0; look < 4; look += 1) await fresh.prune(noon + 2 * minute)
    expect(await namesIn(fresh)).toEqual(names)
  })

  test('[S89] of two that differ, however often, none is removed', async () => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    const [one = plan, other = plan] = fourTitles()
    for (const [index, view] of [one, other, one, other, one, other].entries()) await make(backups, { view, at: noon + index * 1_000 })
    expect(await createPlanBackups({ copies, id }).prune(noon + 200 * day)).toEqual({ ok: true, value: 0 })
    expect(await namesIn(backups)).toHaveLength(6)
  })

  test('[S89] what needn’t be kept any longer is removed', async () => {
    const copies = createMemoryCopies()
    const backups = createPlanBackups({ copies, id })
    for (const [index, view] of [...fourTitles(), retitled(plan, 'five')].entries()) await make(backups, { view, at: noon + index * 1_000 })
    const names = await namesIn(backups)
    expect(await createPlanBackups({ copies, id }).prune(noon + 200 * day)).toEqual({ ok: true, value: 1 })
    // the three newest stay, and the oldest, near which there is no other of its age
    expect(await namesIn(backups)).toEqual(names.filter((_, index) => index !== 3))
  })
})
