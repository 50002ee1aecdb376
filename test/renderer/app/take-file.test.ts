import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppOverlay } from '../../../renderer/app/app-store.ts'
import { openCopy } from '../../../renderer/app/open-copy.ts'
import { takeFile } from '../../../renderer/app/take-file.ts'
import { takeIntoPlan } from '../../../renderer/app/take-into-plan.ts'
import { appText } from '../../../renderer/text/app.ts'
import type { OpenedFile } from '../../../shared/bridge/files.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { changesOf, foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { msOf } from '../../../shared/changes/stamp.ts'
import type { PlanFile } from '../../../shared/file/read-plan-file.ts'
import { altered, read, rowOf, sampleChanges, sampleText, signed, stampAt, writeFile } from '../../shared/file/sample-file.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

type Raw = Record<string, unknown>

let at: DeskAtWork
let opened: PlanFile[]

beforeEach(async () => {
  at = await deskAtWork()
  opened = []
})

afterEach(() => at.close())

async function take(text: string, name = 'theirs.plan.json', desk = at.desk): Promise<AppOverlay | null> {
  return takeOpened({ ok: true, token: 'file-000000000000000000000', name, text }, desk)
}

async function takeOpened(file: OpenedFile, desk = at.desk): Promise<AppOverlay | null> {
  const { store } = at
  store.setState({ overlay: null })
  await takeFile({ store, desk, opened: file, onNew: (plan) => opened.push(plan), openSnapshot: () => Promise.resolve('no snapshot') })
  return store.getState().overlay
}

const ahead = { '*': stampAt(Date.now() + 20 * 3_600_000, 'bbbbbbbbbb0') }

/** Files that are refused, each full of stamps 20 hours ahead, which a clock would follow. */
const refused: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['null', 'null'],
  ['an array', '[]'],
  ['cut off', sampleText.slice(0, 900)],
  ['zeros', '\0'.repeat(64)],
  ['a key twice', sampleText.replace('"status":"todo"', '"status":"todo","status":"done"')],
  ['an id twice', altered((raw) => Object.assign(rowOf(raw, 'goals', 1), { id: 'goal:a', at: ahead }))],
  ['an unknown status', altered((raw) => Object.assign(rowOf(raw, 'goals'), { status: 'Finished', at: ahead }))],
  ['31 February', altered((raw) => Object.assign(rowOf(raw, 'notes'), { date: '2018-02-31', at: ahead }))],
  ['a number as text', altered((raw) => Object.assign(rowOf(raw, 'goals'), { quarter: '2', at: ahead }))],
  ['a newer format', altered((raw) => Object.assign(raw, { version: 2 }))],
  ['5,000,000 deep', `{"format":"annual-plan","x":${'['.repeat(5_000_000)}`],
  ['marks of git', sampleText.replace(' "goals": [', '<<<<<<< HEAD\n "goals": [')],
  ['stamps beyond the last', altered((raw) => (rowOf(raw, 'goals')['at'] = { '*': 'zzzzzzzzzz-zzz-bbbbbbbbbb0' }))],
  ['another plan’s goals in its history', altered((raw) => (rowOf(raw, 'history')['on'] = 'plan:other'))],
]

test('[G1] a file that ends in .qdeck is read as a plan file, whatever is in it', async () => {
  expect(await take('no plan at all', 'theirs.qdeck')).toMatchObject({ kind: 'problem', title: 'theirs.qdeck was not opened' })
  await take(sampleText, 'theirs.qdeck')
  expect(at.session().plan.getState().view.plan).not.toBeNull()
})

test.each(['missing', 'folder', 'tooMany'] as const)('[G3] a file that is not one is said to be that: %s', async (reason) => {
  const overlay = await takeOpened({ ok: false, name: 'gone.qdeck', reason })
  expect(overlay).toMatchObject({ kind: 'problem', text: `${appText.fileReasons[reason]} ${appText.unchanged}` })
})

test('[O153] a file with which the plan would be larger than can be read again is refused, also where that came to be while it was looked through', async () => {
  const fieldsFrom = (from: number, writer: string): ReturnType<typeof foldChanges> => foldChanges([...sampleChanges, { at: stampAt(9_000, writer), on: 'goal:a', set: Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`x${from + index}`, 1])) }])
  await take(sampleText)
  const { plan } = at.session()
  expect(await take(writeFile(fieldsFrom(0, 'bbbbbbbbbb0')))).toMatchObject({ kind: 'mergeFile' })
  plan.getState().receive(fieldsFrom(5_000, 'ccccccccccc'))
  const before = plan.getState().view.set
  const refusal = { kind: 'problem', title: 'theirs.plan.json was not opened', text: `${appText.tooMuch} ${appText.unchanged}` }
  expect(await takeIntoPlan({ store: at.store, desk: at.desk, id: 'plan:p', taking: { name: { action: 'fileMerged', subject: 'theirs.plan.json' }, theirs: fieldsFrom(0, 'bbbbbbbbbb0'), edits: [] } })).toBeNull()
  expect(at.store.getState().overlay).toEqual(refusal)
  expect(await take(writeFile(fieldsFrom(0, 'bbbbbbbbbb0')))).toEqual(refusal)
  expect(plan.getState().view.set).toBe(before)
})

describe('a file that is refused', () => {
  test('[U170] is named with what is wrong, and changes nothing: not the plan, not what is known, not the clock', async () => {
    await take(sampleText)
    const { plan } = at.session()
    await expect.poll(() => plan.getState().saving.kind).toBe('saved')
    const before = plan.getState()
    const text = writeFile(before.view.set)
    for (const [name, bad] of refused) {
      const overlay = await take(bad, `${name}.plan.json`)
      expect([name, overlay]).toEqual([name, { kind: 'problem', title: `${name}.plan.json was not opened`, text: expect.stringMatching(/^.+[.!?…)] Nothing was changed\.$/) as unknown }])
      expect(plan.getState()).toBe(before)
    }
    for (const reason of ['tooLarge', 'utf16', 'notText', 'unreadable'] as const) {
      expect(await takeOpened({ ok: false, name: 'x', reason })).toMatchObject({ kind: 'problem', text: expect.stringMatching(/Nothing was changed\.$/) as unknown })
    }
    expect(at.session().plan).toBe(plan)
    expect(writeFile(plan.getState().view.set)).toBe(text)
    expect(await at.desk.changesOf('plan:p')).toMatchObject({ ok: true, value: before.view.set })
    const earliest = Date.now()
    plan.getState().act({ action: 'goalRenamed', subject: '' }, [{ on: 'goal:a', set: { title: 'Edited since' } }])
    const stamp = winnerOf(recordIn(plan.getState().view.set, 'goal:a'), 'title')?.at ?? ''
    expect([msOf(stamp) >= earliest, msOf(stamp) <= Date.now()]).toEqual([true, true])
  })

  test('[U170] where no plan is open none is begun', async () => {
    for (const [name, bad] of refused) expect([name, (await take(bad))?.kind]).toEqual([name, 'problem'])
    const databases = await at.computer.indexedDB.databases()
    expect(databases.map((each) => each.name)).toEqual(['quarterdeck-library'])
    expect(await take(JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:p' } }))).toMatchObject({ kind: 'problem', text: expect.stringContaining('only a part of a plan') as unknown })
  })
})

describe('a file of another plan', () => {
  test('[U172] opens as a plan of its own, and the one that was open stays as it is', async () => {
    await take(sampleText)
    const mine = writeFile(at.session().plan.getState().view.set)
    const other = foldChanges(sampleChanges.map((change) => (change.on === 'plan:p' ? { ...change, on: 'plan:q' as const, set: { ...change.set, title: 'Another plan' } } : change)))
    expect(await take(writeFile(other), 'other.plan.json')).toBeNull()
    expect([at.session().plan.getState().planId, at.session().plan.getState().view.plan?.title]).toEqual(['plan:q', 'Another plan'])
    expect(opened.map(({ planId }) => planId)).toEqual(['plan:p', 'plan:q'])
    const kept = await at.desk.changesOf('plan:p')
    expect(kept.ok && kept.value !== null && writeFile(kept.value)).toBe(mine)
  })
})

describe('a file opened as a copy', () => {
  const copy = async (file: PlanFile): Promise<{ readonly titles: readonly string[]; readonly parts: number }> => {
    const titles: string[] = []
    let parts = 0
    await openCopy({ desk: at.desk, file, fileName: 'theirs.plan.json', now: Date.now(), onOpened: (title) => titles.push(title), onPart: () => (parts += 1) })
    return { titles, parts }
  }

  test('[U171] is a plan of its own with new ids throughout, by the name of a copy; one edit of this computer', async () => {
    await take(sampleText)
    const mine = writeFile(at.session().plan.getState().view.set)
    expect(await copy(read(sampleText))).toEqual({ titles: ['Copy of TEC3 Deployment Pipeline'], parts: 0 })
    const { planId, view, undoable } = at.session().plan.getState()
    expect([planId === 'plan:p', view.plan?.title, undoable]).toEqual([false, 'Copy of TEC3 Deployment Pipeline', []])
    const { replica } = at.store.getState().computer
    const own = [...changesOf(view.set)].filter(({ at }) => at.includes(replica)).map(({ set }) => set)
    expect(own).toEqual(expect.arrayContaining([{ title: 'Copy of TEC3 Deployment Pipeline' }, { name: 'This laptop' }]))
    expect(own.length).toBe(2)
    for (const id of ['goal:a', 'output:1', 'note:n', 'plan:p']) expect(writeFile(view.set)).not.toContain(`"${id}"`)
    const kept = await at.desk.changesOf('plan:p')
    expect(kept.ok && kept.value !== null && writeFile(kept.value)).toBe(mine)
    expect((await take(writeFile(view.set)))?.kind).toBe('mergeFile') // the copy's own file comes back to the copy
  })

  test('[U171] changed by hand it is copied whole, though only what is news of it would be merged', async () => {
    await take(sampleText)
    const overlay = await take(sampleText.replace('"title":"Collect metrics"', '"title":"Collect medals"'))
    if (overlay?.kind !== 'mergeFile') throw new Error('it is not looked at')
    expect(overlay.file.set.records.size).toBeLessThan(overlay.asRead.set.records.size)
    expect((await copy(overlay.asRead)).titles).toEqual(['Copy of TEC3 Deployment Pipeline'])
    const titles = [...changesOf(at.session().plan.getState().view.set)].map(({ set }) => set['title'])
    expect(titles).toEqual(expect.arrayContaining(['Collect medals', 'Move the verify stage']))
  })

  test('[U171] of a file with a part of a plan nothing is opened', async () => {
    await take(sampleText)
    const part = JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:p' }, goals: [{ id: 'goal:n', title: 'New' }] })
    expect(await copy(read(part))).toEqual({ titles: [], parts: 1 })
    expect(at.session().plan.getState().planId).toBe('plan:p')
  })
})

test('[U170] a file that was opened, removed and opened again is no sign of a copied profile', async () => {
  let copied = 0
  const desk = at.openDesk({ onCopied: () => (copied += 1) })
  const { replica } = at.store.getState().computer
  const raw = JSON.parse(writeFile(foldChanges([...sampleChanges, { at: stampAt(9, `${replica}0`), on: 'goal:a', set: { title: 'Mine' } }]))) as Raw
  expect(await take(signed(raw), 'theirs.plan.json', desk)).toBeNull()
  expect([at.session().plan.getState().view.plan?.id, copied]).toEqual(['plan:p', 0])
})
