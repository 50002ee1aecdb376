import { expect, test } from 'vitest'
import { createOpfsFiles } from '../../../renderer/host/opfs-files.ts'
import { put, type OpenFile } from '../../../renderer/host/opfs-file.ts'
import { createFakeLocks } from '../data/fake-locks.ts'

// What needs a real file system is asked of a real browser, in copies.e2e.ts.

const place = { folder: 'plan-a', name: 'journal-0.log' }
const storeOver = (root: () => Promise<FileSystemDirectoryHandle>) => createOpfsFiles({ root, locks: createFakeLocks(), drawName: () => 'x', wait: () => Promise.resolve() })

test.each([
  ['SecurityError', 'unavailable'],
  ['NotSupportedError', 'unavailable'],
  ['QuotaExceededError', 'full'],
  ['NotAllowedError', 'denied'],
  ['UnknownError', 'failed'],
  ['NotFoundError', 'failed'],
])('[E84] a file system that throws a %s is %s', async (name, reason) => {
  const store = storeOver(() => Promise.reject(new DOMException('told', name)))
  expect(await Promise.all([store.folders(), store.append({ ...place, text: 'a' }), store.write({ ...place, text: 'a' })])).toEqual([0, 1, 2].map(() => ({ ok: false, reason })))
})

test('[E84] a file system that comes back is used again', async () => {
  let asked = 0
  const store = storeOver(() => {
    asked += 1
    return Promise.reject(new DOMException('told', 'UnknownError'))
  })
  await store.folders()
  await store.folders()
  expect(asked).toBe(2)
})

test.each(['short', 'refused', 'not flushed'])('[E84] an addition that is %s leaves the file as it was, and closed', (how) => {
  const file = { content: 'there', isClosed: false }
  const handle: OpenFile = {
    getSize: () => file.content.length,
    write: (bytes, { at }) => {
      if (how === 'refused') throw new DOMException('no room', 'QuotaExceededError')
      file.content = file.content.slice(0, at) + new TextDecoder().decode(how === 'short' ? bytes.subarray(1) : bytes)
      return how === 'short' ? bytes.length - 1 : bytes.length
    },
    truncate: (size) => void (file.content = file.content.slice(0, size)),
    flush: () => {
      if (how === 'not flushed') throw new DOMException('no room', 'QuotaExceededError')
    },
    close: () => void (file.isClosed = true),
  }
  expect(() => put({ file: handle, text: 'more', at: handle.getSize() })).toThrow('no room')
  expect(file).toEqual({ content: 'there', isClosed: true })
})
