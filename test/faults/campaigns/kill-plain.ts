import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Random } from '../../shared/changes/history/random.ts'
import { setUpMachine } from '../harness/machine.ts'
import { openPlainPage } from '../harness/plain-page.ts'

declare global {
  interface Window {
    /** Given by the campaign. */
    kept: (keeper: 'database' | 'text', number: number) => void
  }
}

/** The same kills, of a page that numbers edits and keeps them as most pages do: IndexedDB as it comes, and local storage. */
export async function killPlain({ rounds, random }: { readonly rounds: number; readonly random: Random }): Promise<string> {
  const machine = await setUpMachine()
  const lost = { database: 0, text: 0 }
  const made = { database: 0, text: 0 }
  try {
    for (let round = 0; round < rounds; round += 1) {
      const running = await machine.boot()
      const page = await openPlainPage(running.browser, machine.url)
      const last = { database: 0, text: 0 }
      await page.exposeFunction('kept', (keeper: 'database' | 'text', number: number) => {
        last[keeper] = number
      })
      const before = await lastKept(page)
      void page.evaluate(editForEver, before).catch(() => undefined)
      await wait(200 + random.below(1_500))
      await running.kill()
      const after = await machine.boot()
      const found = await lastKept(await openPlainPage(after.browser, machine.url))
      await after.close()
      for (const keeper of ['database', 'text'] as const) {
        made[keeper] += Math.max(0, last[keeper] - before[keeper])
        lost[keeper] += Math.max(0, last[keeper] - Math.max(found[keeper], before[keeper]))
      }
    }
  } finally {
    await machine.remove()
  }
  return `${rounds} kills: IndexedDB with its default durability lost ${lost.database} of ${made.database}, local storage ${lost.text} of ${made.text}`
}

function lastKept(page: Page): Promise<{ readonly database: number; readonly text: number }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('plain', 1)
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('edits', { keyPath: 'number' }))
      request.addEventListener('success', () => done(request.result))
    })
    const keys = await new Promise<readonly IDBValidKey[]>((done) => {
      const request = database.transaction('edits').objectStore('edits').getAllKeys()
      request.addEventListener('success', () => done(request.result))
    })
    database.close()
    return { database: Number(keys.at(-1) ?? 0), text: Number(localStorage.getItem('edits') ?? 0) }
  })
}

async function editForEver(from: { readonly database: number; readonly text: number }): Promise<void> {
  const database = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open('plain', 1)
    request.addEventListener('success', () => done(request.result))
  })
  for (let number = 1; ; number += 1) {
    await new Promise<void>((done) => {
      const transaction = database.transaction('edits', 'readwrite')
      transaction.objectStore('edits').add({ number: from.database + number, title: 'a goal that somebody has typed' })
      transaction.addEventListener('complete', () => done())
    })
    window.kept('database', from.database + number)
    localStorage.setItem('edits', String(from.text + number))
    window.kept('text', from.text + number)
    await new Promise((done) => setTimeout(done, 5))
  }
}
