import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIn, type Opening } from '../../../renderer/app/plan-desk.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import type { Library } from '../../../renderer/data/storage.ts'
import type { Session } from '../../../renderer/state/session.tsx'
import { createPlan } from '../../../shared/edits/tree-edits.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { recordIn } from '../../../shared/changes/fold.ts'
import { exchangeEntries } from '../../../shared/plan/merge-state.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { settled } from '../data/fake-computer.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

let at: DeskAtWork
/** The plans whose storage is open. */
let opened: Set<PlanId>
/** What a person has still standing in a field. */
let inField: (() => void) | null

beforeEach(async () => {
  opened = new Set()
  inField = null
  at = await deskAtWork({ libraryOver: noticing, onLeave: () => inField?.() })
})

afterEach(() => at.close())

/** A library that keeps `opened`. */
function noticing(own: Library): Library {
  return {
    ...own,
    openPlan: (id) => {
      const storage = own.openPlan(id)
      opened.add(id)
      const close = (): void => {
        opened.delete(id)
        storage.close()
      }
      return { ...storage, close }
    },
  }
}

function openNew(id: PlanId): Promise<Opening> {
  return at.desk.open({ id, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: id }, createPlan({ id, title: id, startsOn: '2018-07-01' })) })
}

function rename({ plan }: Session, title: string): void {
  const { planId, act } = plan.getState()
  act({ action: 'recordEdited', subject: title }, [{ on: planId, set: { title } }])
}

async function titleOnDisk(id: PlanId): Promise<unknown> {
  const storage = at.library.openPlan(id)
  const loaded = await storage.load()
  storage.close()
  return loaded.ok ? winnerOf(recordIn(loaded.value, id), 'title')?.value : null
}

test('[U185] what is typed into a plan while another one is being opened is kept', async () => {
  await openNew('plan:a')
  const before = at.session()
  const opening = openNew('plan:b')
  // for as long as a person sees the plan, an edit of it counts
  for (let turn = 0; openIn(at.store) === before; turn += 1) {
    rename(before, `turn ${turn}`)
    await new Promise((next) => setTimeout(next))
  }
  await opening
  const { title } = before.plan.getState().view.plan ?? {}
  expect(title).toMatch(/^turn \d+$/)
  expect(await titleOnDisk('plan:a')).toBe(title)
  expect(at.session().plan.getState().planId).toBe('plan:b')
})

test('[U185] what still stands in a field when a plan is left is kept with it', async () => {
  await openNew('plan:a')
  const session = at.session()
  // one field, and while one waits for the disk another
  const typed = ['Half typed', 'Half typed as well']
  inField = () => {
    const title = typed.shift()
    if (title !== undefined) rename(session, title)
  }
  await at.desk.showStart()
  expect(at.store.getState().phase.kind).toBe('start')
  expect(await titleOnDisk('plan:a')).toBe('Half typed as well')
})

test('[U185] of plans that are opened at the same time the last is open in the end, and each is whole', async () => {
  const seen = new Set<Session>()
  const stop = at.store.subscribe(() => {
    const session = openIn(at.store)
    if (session !== null) seen.add(session)
  })
  await Promise.all([openNew('plan:a'), openNew('plan:b'), at.desk.showStart(), openNew('plan:c')])
  stop()
  expect(at.session().plan.getState().planId).toBe('plan:c')
  expect([...opened]).toEqual(['plan:c'])
  expect([...seen].map(({ plan }) => plan.getState().planId)).toEqual(['plan:a', 'plan:b', 'plan:c'])
  for (const id of ['plan:a', 'plan:b', 'plan:c'] as const) expect(await titleOnDisk(id)).toBe(id)
})

test('[U185] what a new plan begins with is not put into one that holds something, whatever the list of plans says', async () => {
  await openNew('plan:a')
  await at.desk.showStart()
  expect(await at.desk.open({ id: 'plan:a', fill: (session) => rename(session, 'Put in') })).toBe('open')
  expect(at.session().plan.getState().view.plan?.title).toBe('plan:a')
})

test('[U189] a plan is left only when it is known whether a file of it was saved', async () => {
  await openNew('plan:a')
  const { plan } = at.session()
  const leaving = plan.getState().beginExport('suggested.plan.json')
  const left = at.desk.showStart()
  await settled()
  expect(at.store.getState().phase.kind).toBe('plan')
  leaving.saved('named.plan.json')
  await left
  expect(at.store.getState().phase.kind).toBe('start')
  await at.desk.open({ id: 'plan:a' })
  expect(exchangeEntries(at.session().plan.getState().exchanges)).toMatchObject([{ kind: 'export', file: 'named.plan.json' }])
})

test('[U185] a plan that is open is not opened again', async () => {
  await openNew('plan:a')
  const session = at.session()
  await at.desk.open({ id: 'plan:a' })
  expect(at.session()).toBe(session)
})

test('[S117] a plan that is listed and of which nothing is left is said to be damaged, and one that is not listed leads to the list', async () => {
  const entry = { id: 'plan:gone', title: 'Our year', startsOn: '2026-07-01', isSample: false, goals: 3, openedAt: 1, changedAt: 1 } as const
  expect(await at.library.savePlan(entry)).toMatchObject({ ok: true })
  expect(await at.desk.open({ id: 'plan:gone' })).toBe('refused')
  expect(at.store.getState().phase).toEqual({ kind: 'unusable', failure: { kind: 'damaged', where: 'commits' }, plan: 'plan:gone' })
  expect(await at.desk.open({ id: 'plan:never' })).toBe('refused')
  expect(at.store.getState().phase).toEqual({ kind: 'start' })
})

test('[S79] a plan that another window has removed is not listed again when it is left', async () => {
  await openNew('plan:a')
  await settled()
  const other = createLibrary(at.computer.openWindow())
  await other.removePlan('plan:a')
  await settled()
  await at.desk.showStart()
  await settled()
  expect(await other.plans()).toEqual({ ok: true, value: [] })
})
