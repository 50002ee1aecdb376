import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roomText } from '../../../renderer/app/browser-facts.ts'
import { diagnosticsText, type Diagnosed } from '../../../renderer/app/diagnostics.ts'
import { takeFile } from '../../../renderer/app/take-file.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { stampAt, writeFile } from '../../shared/file/sample-file.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

let at: DeskAtWork

beforeEach(async () => {
  at = await deskAtWork()
})
afterEach(() => at.close())

/** Whatever a person, or a file of theirs, can write says this. */
const mark = 'Secret'
const id = (kind: string): RecordId => `${kind}:${mark}`

/** A plan in which every text, every id and every name is marked, also those a newer version has. */
const marked = writeFile(
  foldChanges([
    { at: stampAt(1), on: id('plan'), set: { title: `${mark} plan`, startsOn: '2018-07-01', [`taskLinks${mark}`]: mark } },
    { at: stampAt(1), on: id('program'), set: { code: mark, title: mark, owner: mark, order: 'a0' } },
    { at: stampAt(1), on: id('outcome'), set: { program: id('program'), number: '1', title: mark, order: 'a0' } },
    { at: stampAt(1), on: id('output'), set: { outcome: id('outcome'), number: '1.1', title: mark, order: 'a0', [`teams/${mark}`]: true } },
    { at: stampAt(1), on: id('goal'), set: { output: id('output'), quarter: 1, title: mark, status: 'inProgress', order: 'a0', [`teams/${mark}`]: true, [`tasks/${mark}`]: true, [mark]: mark } },
    { at: stampAt(2), on: id('note'), set: { about: id('goal'), date: '2018-10-02', text: `${mark} **note**` } },
    { at: stampAt(2), on: id('future'), set: { [mark]: mark } },
    { at: stampAt(3), on: id('replica'), set: { name: mark } },
  ]),
)

async function diagnosed(): Promise<Diagnosed> {
  const { store, desk } = at
  await takeFile({ store, desk, opened: { ok: true, token: `file-${'a'.repeat(21)}`, name: `${mark}.qdeck`, text: marked }, onNew: () => undefined, openSnapshot: () => Promise.resolve(null) })
  at.session().plan.getState().act({ action: 'goalChanged', subject: mark }, [{ on: id('goal'), set: { title: `${mark} again` } }])
  const recent = [{ token: `file-${'a'.repeat(21)}`, name: `${mark}.qdeck`, folder: mark, at: 0, isMissing: true }]
  const plans = [{ id: `plan:${mark}` as const, title: mark, startsOn: '2018-07-01', isSample: false, goals: 1, openedAt: 0, changedAt: 0 }]
  store.setState({ recent, plans, computer: { replica: 'aaaaaaaaaa', name: mark }, overlay: { kind: 'problem', title: mark, text: mark } })
  return {
    kind: 'desktop',
    info: { name: 'Quarterdeck', version: '0.1.0', platform: 'linux', computerName: mark, runsOn: ['Electron 45.4.1', 'Chromium 150.0'] },
    state: store.getState(),
    browser: { has: 'secure yes', room: roomText({ usage: 2048, quota: 4_000_000, isPersisted: true }) },
    at: '2018-12-06T16:42:00.000Z',
    window: '1280 x 800',
    log: ['{"event":"started"}'],
  }
}

describe('[G16] diagnostics say versions, counts and states', () => {
  test('and nothing that anybody wrote: no title, note, name, file, folder, computer, nor an id', async () => {
    const text = diagnosticsText(await diagnosed())
    expect(at.session().plan.getState().view.plan?.title).toBe(`${mark} plan`)
    expect(text.toLowerCase()).not.toContain(mark.toLowerCase())
    expect(text).not.toMatch(/2018-07-01|2018-10-02|aaaaaaaaaa/)
  })

  test('by which a fault can be looked for', async () => {
    const text = diagnosticsText(await diagnosed())
    expect(text).toContain('release: Quarterdeck 0.1.0, desktop\nruns on: linux, Electron 45.4.1, Chromium 150.0\n')
    expect(text).toContain('storage: 2 KiB used of 3906 KiB, kept\n')
    expect(text).toContain('recent files: 1, of them missing 1\nplans: 1\n')
    expect(text).toMatch(/^plan [0-9a-f]{16}: 1 goals$/m)
    expect(text).toMatch(/^records: .*\bplan 1\b.*$/m)
    expect(text).toMatch(/^records: .*\bother 1\b.*$/m)
    expect(text).toMatch(/^saving: (?:saved|saving, waiting \d)$/m)
    expect(text).toMatch(/^second copy: (?:kept|behind), not proven yet$/m)
    expect(text).toMatch(/^backups: (?:not listed|\d+)$/m)
    expect(text).toMatch(/\nlog:\n\{"event":"started"\}$/)
  })

  test('also where nothing can be opened', async () => {
    const given = await diagnosed()
    const text = diagnosticsText({ ...given, kind: 'browser', log: [], browser: { has: '', room: roomText({ isPersisted: false }) }, state: { ...given.state, phase: { kind: 'unusable', failure: { kind: 'damaged', where: mark } } } })
    expect(text).toContain('shown: unusable: damaged')
    expect(text).toContain('storage: unknown used of unknown, may be cleared by the browser')
    expect(text).not.toContain(mark)
  })
})
