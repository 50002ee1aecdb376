import { describe, expect, test } from 'vitest'
import { isAsKnown, type FolderFile, type FolderFiles } from '../../../../shared/share/folder/folder-files.ts'
import { createFolderMailbox } from '../../../../shared/share/folder/folder-mailbox.ts'
import { strayName } from '../../../../shared/share/item-name.ts'
import type { Mailed } from '../../../../shared/share/mailbox.ts'

/** A folder in memory whose clock goes in steps of `step` and runs `ahead` of the computer's; what it is told to refuse it refuses. */
function setUp({ step = 1, ahead = 0 }: { readonly step?: number; readonly ahead?: number } = {}) {
  const texts = new Map<string, { readonly text: string; readonly modified: number }>()
  let time = 1_000_000_001
  let refusal: Extract<Mailed<never>, { ok: false }> | null = null
  const lay = (path: string, text: string): FolderFile => {
    const modified = Math.floor((time + ahead) / step) * step
    texts.set(path, { text, modified })
    return { path, bytes: text.length, modified }
  }
  const files: FolderFiles = {
    list: () => Promise.resolve(refusal ?? { ok: true, value: [...texts].map(([path, { text, modified }]) => ({ path, bytes: text.length, modified })) }),
    read: (path) => Promise.resolve(refusal ?? { ok: true, value: texts.get(path)?.text ?? null }),
    write: (path, text, known) => {
      const there = texts.get(path)
      if (!isAsKnown({ known, there: there === undefined ? null : { bytes: there.text.length, modified: there.modified } })) return Promise.resolve({ ok: false, reason: 'changed' })
      return Promise.resolve(refusal ?? { ok: true, value: lay(path, text) })
    },
    watch: () => () => undefined,
  }
  const mailbox = createFolderMailbox({ files, now: () => time })
  const version = async (name: string): Promise<string | undefined> => {
    const listed = await mailbox.list()
    return listed.ok ? listed.value.find((item) => item.name === name)?.version : undefined
  }
  return { mailbox, files, lay, version, refuse: (reason: 'unreachable' | 'tooLarge' | null) => void (refusal = reason === null ? null : { ok: false, reason }), pass: (ms: number) => void (time += ms) }
}

const name = 'plan/k3m9x2p7qa'
const path = 'replicas/k3m9x2p7qa.json'

test('[J5] what is put under a name is listed and got under it, with the version that was answered', async () => {
  const { mailbox, pass } = setUp()
  const put = await mailbox.put(name, '{}')
  expect(put).toEqual({ ok: true, value: { name, bytes: 2, version: expect.any(String) as unknown } })
  pass(60_000)
  expect(await mailbox.list()).toEqual({ ok: true, value: [put.ok ? put.value : null] })
  expect([await mailbox.get(name), await mailbox.get('share'), await mailbox.get('nothing of ours')]).toEqual([{ ok: true, value: '{}' }, { ok: true, value: null }, { ok: true, value: null }])
})

test('[J6] a copy of what clashed is listed as more input and got from where it lies, and nothing can be put in its place', async () => {
  const { mailbox, lay } = setUp()
  lay('replicas/k3m9x2p7qa.sync-conflict-20261127-101010-ABCDEFG.json', 'theirs')
  lay('plan (conflicted copy).json', 'ignored')
  lay('.stfolder/x.json', 'ignored')
  const stray = strayName('replicas/k3m9x2p7qa.sync-conflict-20261127-101010-ABCDEFG.json')
  const listed = await mailbox.list()
  expect(listed.ok ? listed.value.map((item) => item.name) : []).toEqual([stray])
  expect([await mailbox.get(stray), await mailbox.put(stray, 'x')]).toEqual([{ ok: true, value: 'theirs' }, { ok: false, reason: 'failed' }])
})

describe('[J7] another text has another version, though a coarse clock shows neither that nor when it came', () => {
  test.each([[2_000, 0], [1_000, 0], [1_000, 3_600_000], [1_000, -3_600_000], [2_000, -3_600_000]])('a clock in steps of %d ms that is %d ms ahead', async (step, ahead) => {
    const { mailbox, lay, version, pass } = setUp({ step, ahead })
    await mailbox.put('share', '{}') // tells how far the clock is ahead
    lay(path, 'one')
    const first = await version(name)
    pass(400)
    lay(path, 'two') // the same time, the same size
    pass(4_000)
    const second = await version(name)
    expect(second).not.toBe(first)
    pass(60_000)
    expect(await version(name)).toBe(second)
  })

  test('a fine one is looked at once more only within a blink, and what was put from here not at all', async () => {
    const { mailbox, lay, version, pass } = setUp()
    lay(path, 'one')
    const first = await version(name)
    pass(99)
    expect(await version(name)).toBe(first)
    pass(1)
    const second = await version(name)
    expect(second).not.toBe(first)
    const put = await mailbox.put(name, 'own')
    expect(await version(name)).toBe(put.ok ? put.value.version : '')
    pass(1)
    lay(path, 'not')
    expect(await version(name)).not.toBe(put.ok ? put.value.version : '')
  })

  test('what was put from here by a coarse one is looked at once more as well: another may have written it', async () => {
    const { mailbox, lay, version, pass } = setUp({ step: 2_000 })
    const put = await mailbox.put(name, 'one')
    lay(path, 'two')
    pass(5_000)
    expect(await version(name)).not.toBe(put.ok ? put.value.version : '')
  })
})

test('[J8] it says whether the folder can be reached by what it heard last, and one text that is too large says nothing of that', async () => {
  const { mailbox, refuse } = setUp()
  const states = [mailbox.status()]
  for (const reason of ['unreachable', null, 'tooLarge', 'unreachable'] as const) {
    refuse(reason)
    await mailbox.put(name, '{}')
    states.push(mailbox.status())
  }
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'out', reason: 'unreachable' }, { kind: 'reachable' }, { kind: 'reachable' }, { kind: 'out', reason: 'unreachable' }])
})

test('[O119] what lies there as another than was listed stays, and is no sign that the folder is out of reach', async () => {
  const { mailbox, lay, pass } = setUp()
  lay(path, 'one')
  const listed = await mailbox.list()
  const seen = listed.ok ? (listed.value[0] ?? null) : null
  pass(1)
  lay(path, 'two')
  expect([await mailbox.put(name, 'own', seen), await mailbox.put(name, 'own', null)]).toEqual([{ ok: false, reason: 'changed' }, { ok: false, reason: 'changed' }])
  expect([await mailbox.get(name), mailbox.status()]).toEqual([{ ok: true, value: 'two' }, { kind: 'reachable' }])
  const again = await mailbox.list()
  pass(60_000) // it is looked at once more, and has not changed
  expect((await mailbox.put(name, 'own', again.ok ? again.value[0] : null)).ok).toBe(true)
})

test('[J9] closing waits for what was begun', async () => {
  const { files } = setUp()
  const { promise, resolve } = Promise.withResolvers<Mailed<FolderFile>>()
  const mailbox = createFolderMailbox({ files: { ...files, write: () => promise }, now: Date.now })
  const done: string[] = []
  const putting = mailbox.put(name, '{}').then(() => done.push('put'))
  const closing = mailbox.close().then(() => done.push('closed'))
  await Promise.resolve()
  expect(done).toEqual([])
  resolve({ ok: true, value: { path, bytes: 2, modified: 1 } })
  await Promise.all([putting, closing])
  expect(done.toSorted()).toEqual(['closed', 'put'])
})
