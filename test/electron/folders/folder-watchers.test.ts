import { expect, test } from 'vitest'
import { createFolderWatchers } from '../../../electron/main/folders/folder-watchers.ts'
import type { FolderFiles } from '../../../shared/share/folder/folder-files.ts'

interface Window {
  readonly name: string
}

function setUp() {
  const listeners = new Set<() => void>()
  const closings = new Map<string, () => void>()
  const told: string[] = []
  const watchers = createFolderWatchers<Window>({ tell: ({ name }, token) => told.push(`${name} ${token}`), whenClosed: ({ name }, closed) => void closings.set(name, closed) })
  const folder = { watch: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)) } as FolderFiles // nothing else is asked of it
  const change = (): string[] => {
    for (const listener of listeners) listener()
    return told.splice(0).toSorted()
  }
  return { watchers, folder, change, close: (name: string) => closings.get(name)?.(), count: () => listeners.size }
}

test('[J53] each window that asked is told of a change once, until it asks no more, is closed, or the folder is forgotten', () => {
  const { watchers, folder, change, close, count } = setUp()
  const [one, two] = [{ name: 'one' }, { name: 'two' }]
  for (const window of [one, two, one]) watchers.begin({ window, token: 'a', folder })
  watchers.begin({ window: one, token: 'b', folder })
  expect(change()).toEqual(['one a', 'one b', 'two a'])
  watchers.end({ window: two, token: 'a' })
  watchers.end({ window: two, token: 'nothing' })
  expect(change()).toEqual(['one a', 'one b'])
  watchers.begin({ window: two, token: 'a', folder })
  watchers.forget('b')
  expect(change()).toEqual(['one a', 'two a'])
  close('one')
  expect([change(), count()]).toEqual([['two a'], 1])
})
