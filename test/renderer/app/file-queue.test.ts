import { expect, test } from 'vitest'
import { createAppStore } from '../../../renderer/app/app-store.ts'
import { createFileQueue } from '../../../renderer/app/file-queue.ts'
import type { OpenedFile } from '../../../shared/bridge/files.ts'

const file = (name: string): OpenedFile => ({ ok: true, token: `file-${'a'.repeat(21)}`, name, text: '{}' })
const settled = (): Promise<void> => new Promise((done) => setTimeout(done))

function setUp(options: { readonly asks: boolean; readonly breaksAt?: string }) {
  const store = createAppStore({ theme: 'system', singleKeys: true, paper: 'A4' })
  const taken: string[] = []
  const broken: string[] = []
  let atOnce = 0
  let most = 0
  const add = createFileQueue({
    store,
    onBroken: ({ name }) => void broken.push(name),
    take: async ({ name }) => {
      most = Math.max(most, ++atOnce)
      taken.push(name)
      await settled()
      atOnce -= 1
      if (name === options.breaksAt) throw new Error(name)
      if (options.asks) store.setState({ overlay: { kind: 'problem', title: name, text: '' } })
    },
  })
  return { store, taken, broken, add, most: () => most }
}

test('[G4] files that come at once are taken one after the other, in their order', async () => {
  const { add, taken, most } = setUp({ asks: false })
  for (const name of ['a', 'b', 'c']) add(file(name))
  await settled()
  await settled()
  await settled()
  expect([taken, most()]).toEqual([['a', 'b', 'c'], 1])
})

test('[G4] while a person looks at one, the next waits, and comes when that is closed', async () => {
  const { add, taken, store } = setUp({ asks: true })
  add(file('a'))
  add(file('b'))
  await settled()
  await settled()
  expect(taken).toEqual(['a'])
  store.setState({ overlay: null })
  await settled()
  expect([taken, store.getState().overlay]).toEqual([['a', 'b'], { kind: 'problem', title: 'b', text: '' }])
})

test('[G4] the palette or the settings keep no file waiting', async () => {
  const { add, taken, store } = setUp({ asks: false })
  store.setState({ overlay: { kind: 'commands' } })
  add(file('a'))
  await settled()
  expect(taken).toEqual(['a'])
})

test('[G4] one that cannot be taken is told of, and the next comes', async () => {
  const { add, taken, broken } = setUp({ asks: false, breaksAt: 'a' })
  add(file('a'))
  add(file('b'))
  await settled()
  await settled()
  expect([taken, broken]).toEqual([['a', 'b'], ['a']])
})
