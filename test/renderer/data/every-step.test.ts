import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, valueOf, type FakeComputer } from './fake-computer.ts'
import { edits } from './numbered-edits.ts'
import { dropDatabase, tamper, writeAnew } from './raw-database.ts'
import { steppedWindow, type Mishap, type SteppedWindow } from './stepped-window.ts'

const entry: PlanEntry = { id: planId, title: 'TEC3', startsOn: '2018-07-01', isSample: false, goals: 3, openedAt: 1_000, changedAt: 2_000 }
const portraitAfter = (changes: readonly Change[]): string => oraclePortrait(writtenBy(changes))
const nothing = portraitAfter([])

let computer: FakeComputer

/** Lets everything happen that is on its way; a database in memory takes turns of the loop, and no time. */
async function quiet(turns = 25): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await turnOfTheLoop()
}

/** The answer, or null where there is none: of a window that was ended. */
async function answerOf<T>(work: Promise<T>): Promise<T | null> {
  let isAnswered = false
  void work.finally(() => {
    isAnswered = true
  })
  for (let turn = 0; turn < 40 && !isAnswered; turn += 1) await quiet()
  return isAnswered ? work : null
}

beforeEach(() => vi.spyOn(console, 'warn').mockReturnValue()) // Dexie asks once more by itself, and says so
afterEach(() => vi.restoreAllMocks())

/** What a window that is started now finds, once it has had time. */
async function find(): Promise<{ readonly portrait: string; readonly isMended: boolean }> {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  const portrait = portraitOf(valueOf(await storage.load()))
  const isMended = storage.mended() !== null
  valueOf(await storage.proveLog())
  storage.close()
  await quiet()
  return { portrait, isMended }
}

/** What the next start finds, and the one after, and one that has the journal alone. */
async function startsAfter(): Promise<unknown> {
  const next = (await find()).portrait
  const second = await find()
  await deleteDatabase()
  return { next, second, fromJournal: (await find()).portrait }
}
const allWhole = (portrait: string): unknown => ({ next: portrait, second: { portrait, isMended: false }, fromJournal: portrait })

async function write(changes: readonly Change[]): Promise<void> {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  valueOf(await storage.load())
  valueOf(await storage.append(changes.map((change) => commitOf([change]))))
  valueOf(await storage.checkpoint())
  storage.close()
  await quiet()
}

const deleteDatabase = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: planDatabase })


/** A plan that is damaged, and what it has all the same. */
const damages: Readonly<Record<string, () => Promise<readonly Change[]>>> = {
  'its database is gone': async () => {
    await write(edits(0, 8))
    await write(edits(8, 12))
    await deleteDatabase()
    return edits(0, 12)
  },
  'it has lost a commit, and its journal has a spoilt line': async () => {
    await write(edits(0, 8))
    await write(edits(8, 12))
    await tamper({ computer, store: 'commits' }, (commits) => commits.put({ seq: 10 }))
    for (const [name, text] of computer.copies.files) computer.copies.files.set(name, `${text}what was cut off`)
    return edits(0, 12)
  },
  'its database was begun anew': async () => {
    await write(edits(0, 8))
    await writeAnew(computer, () => write(edits(8, 12)))
    return edits(0, 12)
  },
  'some of it is only in the checkpoint': async () => {
    await write(edits(0, 70))
    await write(edits(70, 73))
    await tamper({ computer, store: 'commits' }, (commits) => {
      commits.put({ seq: 3 })
      commits.put({ seq: 73 })
    })
    for (const [name, text] of computer.copies.files) computer.copies.files.set(name, text.replace('"at 2"', '"at x"'))
    return edits(0, 73)
  },
}

/** Lets something happen to a window at each of its steps in turn, until it takes no such step. @returns how many there are */
async function throughSteps(mishap: Mishap, run: (window: SteppedWindow, when: string) => Promise<void>): Promise<number> {
  for (let at = 1; ; at += 1) {
    computer = createFakeComputer()
    const window = steppedWindow(computer, { at, mishap })
    await run(window, `${mishap} at step ${at}`)
    if (window.steps() < at) return at - 1
  }
}

const mishaps: readonly Mishap[] = ['ended', 'transaction', 'failed once', 'denied']

describe.each(Object.entries(damages))('a plan is mended: %s', (_, damage) => {
  test.each(mishaps)('[S75] and at any step: %s', async (mishap) => {
    const steps = await throughSteps(mishap, async (window, when) => {
      const whole = portraitAfter(await damage())
      const storage = createPlanStorage({ id: planId, platform: window })
      await answerOf(storage.load())
      await quiet()
      storage.close()
      await quiet()
      expect([when, await startsAfter()]).toEqual([when, allWhole(whole)])
    })
    expect(steps).toBeGreaterThan(6)
  })
})

test.each([...mishaps, 'full once', 'unavailable'] as const)('[S75] what was said to be saved is there, though at any step: %s', async (mishap) => {
  const steps = await throughSteps(mishap, async (window, when) => {
    await write(edits(0, 3))
    const storage = createPlanStorage({ id: planId, platform: window })
    const saved: Change[] = [...edits(0, 3)]
    const work = async (): Promise<void> => {
      if (!(await storage.load()).ok) return
      for (const change of edits(3, 8)) if ((await storage.append([commitOf([change])])).ok) saved.push(change)
    }
    await answerOf(work())
    await quiet()
    storage.close()
    await quiet()
    // one that is being written when a window is ended may be there, and be not
    const found = (await find()).portrait
    const more = edits(0, saved.length + 1)
    expect({ when, isThere: [portraitAfter(saved), mishap === 'ended' ? portraitAfter(more) : ''].includes(found) }).toEqual({ when, isThere: true })
    expect([when, await startsAfter()]).toEqual([when, allWhole(found)])
  })
  expect(steps).toBeGreaterThan(6)
})

test.each(mishaps)('[S75] a plan is removed whole or not at all, though at any step: %s', async (mishap) => {
  const steps = await throughSteps(mishap, async (window, when) => {
    await write(edits(0, 8))
    await write(edits(8, 12))
    valueOf(await createLibrary(computer.openWindow()).savePlan(entry))
    const library = createLibrary(window)
    const said = await answerOf(library.removePlan(planId))
    await quiet()
    const next = createLibrary(computer.openWindow())
    valueOf(await next.mend())
    const listed = valueOf(await next.plans())
    // one that was not said to be removed may be listed with nothing in it, and can be removed again
    const found = (await find()).portrait
    const isRemoved = said?.ok === true
    const isHere = { portrait: found, starts: found === nothing ? null : await startsAfter(), listed: found === nothing ? null : listed }
    const whole = portraitAfter(edits(0, 12))
    const asWhole = { portrait: whole, starts: allWhole(whole), listed: [entry] }
    expect([when, isHere]).toEqual([when, !isRemoved && found === whole ? asWhole : { portrait: nothing, starts: null, listed: null }])
    expect([when, isRemoved && listed.length > 0]).toEqual([when, false])
    valueOf(await next.removePlan(planId))
    expect([when, valueOf(await next.plans()), valueOf(await createLibrary(computer.openWindow()).mend())]).toEqual([when, [], 0])
  })
  expect(steps).toBeGreaterThan(5)
})
