import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAppStore, type AppStore } from '../../../renderer/app/app-store.ts'
import { createPlanDesk, openIn, type PlanDesk } from '../../../renderer/app/plan-desk.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import type { Library } from '../../../renderer/data/storage.ts'
import type { Session } from '../../../renderer/state/session.tsx'
import { createPlan } from '../../../shared/edits/tree-edits.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { recordIn } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { createFakeComputer, settled } from '../data/fake-computer.ts'

let store: AppStore
let library: Library
let desk: PlanDesk
/** The plans whose storage is open. */
let opened: Set<PlanId>
/** What a person has still standing in a field. */
let inField: (() => void) | null

beforeEach(async () => {
  const own = createLibrary(createFakeComputer().openWindow())
  opened = new Set()
  library = {
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
  store = createAppStore({ theme: 'system', singleKeys: true })
  const known = await library.computer()
  store.setState({ computer: known.ok ? { ...known.value, name: 'This laptop' } : { replica: '', name: '' } })
  inField = null
  desk = createPlanDesk({ store, library, slot: 0, onCopied: () => undefined, onLeave: () => inField?.() })
})

afterEach(async () => {
  const { phase } = store.getState()
  if (phase.kind === 'plan') {
    phase.stop()
    phase.opened.storage.close()
  }
  await settled()
})

function openNew(id: PlanId): Promise<boolean> {
  return desk.open({ id, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: id }, createPlan({ id, title: id, startsOn: '2018-07-01' })) })
}

function rename({ plan }: Session, title: string): void {
  const { planId, act } = plan.getState()
  act({ action: 'recordEdited', subject: title }, [{ on: planId, set: { title } }])
}

async function titleOnDisk(id: PlanId): Promise<unknown> {
  const storage = library.openPlan(id)
  const loaded = await storage.load()
  storage.close()
  return loaded.ok ? winnerOf(recordIn(loaded.value, id), 'title')?.value : null
}

const openNow = (): Session => {
  const session = openIn(store)
  if (session === null) throw new Error('no plan is open')
  return session
}

test('[U185] what is typed into a plan while another one is being opened is kept', async () => {
  await openNew('plan:a')
  const before = openNow()
  const opening = openNew('plan:b')
  // for as long as a person sees the plan, an edit of it counts
  for (let turn = 0; openIn(store) === before; turn += 1) {
    rename(before, `turn ${turn}`)
    await new Promise((next) => setTimeout(next))
  }
  await opening
  const { title } = before.plan.getState().view.plan ?? {}
  expect(title).toMatch(/^turn \d+$/)
  expect(await titleOnDisk('plan:a')).toBe(title)
  expect(openNow().plan.getState().planId).toBe('plan:b')
})

test('[U185] what still stands in a field when a plan is left is kept with it', async () => {
  await openNew('plan:a')
  const session = openNow()
  // one field, and while one waits for the disk another
  const typed = ['Half typed', 'Half typed as well']
  inField = () => {
    const title = typed.shift()
    if (title !== undefined) rename(session, title)
  }
  await desk.showStart()
  expect(store.getState().phase.kind).toBe('start')
  expect(await titleOnDisk('plan:a')).toBe('Half typed as well')
})

test('[U185] of plans that are opened at the same time the last is open in the end, and each is whole', async () => {
  const seen = new Set<Session>()
  const stop = store.subscribe(() => {
    const session = openIn(store)
    if (session !== null) seen.add(session)
  })
  await Promise.all([openNew('plan:a'), openNew('plan:b'), desk.showStart(), openNew('plan:c')])
  stop()
  expect(openNow().plan.getState().planId).toBe('plan:c')
  expect([...opened]).toEqual(['plan:c'])
  expect([...seen].map(({ plan }) => plan.getState().planId)).toEqual(['plan:a', 'plan:b', 'plan:c'])
  for (const id of ['plan:a', 'plan:b', 'plan:c'] as const) expect(await titleOnDisk(id)).toBe(id)
})

test('[U185] a plan that is open is not opened again', async () => {
  await openNew('plan:a')
  const session = openNow()
  await desk.open({ id: 'plan:a' })
  expect(openNow()).toBe(session)
})
