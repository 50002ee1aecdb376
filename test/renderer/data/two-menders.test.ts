import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { Commit, PlanStorage } from '../../../renderer/data/storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { edit, edits } from './numbered-edits.ts'
import { tamper } from './raw-database.ts'

const brought = Array.from({ length: 600 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 1, writer: 'bbbbbbbbbb0' }), on: `goal:h${at}`, set: { title: `brought ${at}` } }))
const merged: Commit = { changes: brought, action: 'fileMerged', at: 5, exchange: { kind: 'merged', id: 'm1', file: 'there.plan.json', by: 'There', knows: [], added: 600 } }
const takenBack: Commit = { changes: [], without: brought, action: 'mergeTakenBack', at: 6, exchange: { kind: 'takenBack', id: 'm1' } }

const window = (computer: FakeComputer): PlanStorage => createPlanStorage({ id: planId, platform: computer.openWindow() })
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await turnOfTheLoop()
}
const damage = (computer: FakeComputer): Promise<void> => tamper({ computer, store: 'commits' }, (commits) => commits.put({ seq: 9 }))
const found = async (computer: FakeComputer): Promise<unknown> => {
  const storage = window(computer)
  const portrait = portraitOf(valueOf(await storage.load()))
  const { mended } = { mended: storage.mended() }
  storage.close()
  await settled()
  return { portrait, mended }
}

test('[S74] two windows that mend at once and write at once lose nothing, whichever is first by how much', async () => {
  for (let delay = 0; delay < 60; delay += 6) {
    const computer = createFakeComputer()
    const first = window(computer)
    valueOf(await first.load())
    for (const commit of [...edits(0, 10).map((change) => commitOf([change])), merged, takenBack]) valueOf(await first.append([commit]))
    first.close()
    await settled()
    await damage(computer)
    for (const [name, text] of computer.copies.files) computer.copies.files.set(name, `${text}what was cut off`)
    const [one, two] = [window(computer), window(computer)]
    const work = async (storage: PlanStorage, from: number, wait: number): Promise<void> => {
      await turns(wait)
      valueOf(await storage.load())
      for (const change of edits(from, from + 5)) valueOf(await storage.append([commitOf([change])]))
    }
    await Promise.all([work(one, 10, 0), work(two, 15, delay)])
    one.close()
    two.close()
    await settled()
    const whole = oraclePortrait(writtenBy(edits(0, 20)))
    expect([delay, await found(computer)]).toEqual([delay, { portrait: whole, mended: null }])
    await new Promise<void>((done) => {
      computer.indexedDB.deleteDatabase(planDatabase).addEventListener('success', () => done())
    })
    expect([delay, await found(computer)]).toMatchObject([delay, { portrait: whole, mended: { isWhole: true } }])
  }
})

test('[S73] the log is proven whole while another window writes, merges and takes a merge back', async () => {
  for (let delay = 0; delay < 40; delay += 8) {
    const computer = createFakeComputer()
    const [one, two] = [window(computer), window(computer)]
    valueOf(await one.load())
    valueOf(await two.load())
    for (const change of edits(0, 60)) valueOf(await one.append([commitOf([change])]))
    const proofs: unknown[] = []
    const prove = async (): Promise<void> => {
      await turns(delay)
      for (let time = 0; time < 4; time += 1) proofs.push(valueOf(await one.proveLog()))
    }
    const write = async (): Promise<void> => {
      for (const commit of [...edits(60, 70).map((change) => commitOf([change])), merged, takenBack, commitOf([edit(70)])]) valueOf(await two.append([commit]))
    }
    await Promise.all([prove(), write()])
    one.close()
    two.close()
    await settled()
    expect([delay, proofs]).toEqual([delay, [null, null, null, null]])
    expect([delay, await found(computer)]).toEqual([delay, { portrait: oraclePortrait(writtenBy(edits(0, 71))), mended: null }])
  }
})
