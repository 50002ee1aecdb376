import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { bigPlan } from '../../bench/big-plan.ts'
import { saved } from '../../e2e/app.ts'
import { exportedSet } from '../../e2e/export-plan.ts'
import { openText } from '../../e2e/open-text.ts'
import { createRandom } from '../../shared/changes/history/random.ts'
import { boardNow } from './drawn.ts'
import { makeEdit } from './edits.ts'
import { setUpMachine, type Machine, type MachineOptions, type Running } from './machine.ts'
import { openPlainPage, readRawData, type RawData } from './plain-page.ts'
import { databaseFiles, databaseFolder } from './profile-files.ts'

/** A computer whose browser is off, with a plan on it, and what was acknowledged of it. */
export interface Filled {
  readonly machine: Machine
  /** Where the window was. */
  readonly hash: string
  readonly title: string
  readonly set: ChangeSet
  readonly board: readonly string[]
  readonly raw: RawData
}

interface FillOptions extends MachineOptions {
  readonly goals?: number
  readonly edits?: number
  /** Whether part of the data is to be settled; that takes some seconds. */
  readonly isSettled?: boolean
}

/**
 * Opens a plan from a file, starts again, edits it by keyboard until `edits` are acknowledged, and kills the browser, so
 * that part of the data is settled and part is in the log. LevelDB settles what it has when it has four megabytes: other
 * data, which are written in between and can be pressed to nothing, see to that.
 */
export async function fillMachine({ goals = 1_500, edits = 20, isSettled = true, ...options }: FillOptions = {}): Promise<Filled> {
  const machine = await setUpMachine(options)
  const first = await machine.boot()
  await first.open()
  const text = writePlanFile({ set: bigPlan({ goals }), by: { replica: 'aaaaaaaaaa', name: 'x' }, at: '2018-12-06T16:42:00Z', app: 'x' })
  await openText(first.page, 'plan.plan.json', text)
  await first.page.locator('[data-goal]').first().waitFor()
  await saved(first.page)
  const hash = new URL(first.page.url()).hash
  if (isSettled) await writeOther(first, machine.profile)
  // a database that nobody has open any more is tidied up: SQLite then has everything in one file
  await first.page.goto('about:blank')
  await first.page.waitForTimeout(1_000)
  await first.close()
  const second = await machine.boot()
  const { page } = second
  await second.open(hash)
  await page.locator('[data-goal]').first().waitFor()
  const random = createRandom(1)
  for (let count = 1; count < edits; count += 1) await makeEdit({ page, random, words: `edit ${count}` })
  await makeEdit({ page, random: { ...random, pick: ([, ...more]) => random.pick(more) }, words: 'the last edit' })
  await saved(page)
  const set = await exportedSet(page)
  await saved(page)
  await page.waitForTimeout(1_500) // what is written when there is time, such as checkpoints
  const board = await boardNow(page)
  await second.kill()
  const copy = await machine.clone()
  const third = await copy.boot()
  const raw = await readRawData(await openPlainPage(third.browser, machine.url))
  await copy.remove()
  return { machine, hash, title: `A plan of ${goals} goals`, set, board, raw }
}

async function writeOther({ browser }: Running, profile: string): Promise<void> {
  const [app] = browser.pages()
  for (let count = 0; count < 200 && databaseFolder(profile).backend === 'LevelDB' && !databaseFiles(profile).some(({ kind }) => kind === 'table'); count += 1) {
    await app?.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('other', 1)
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('texts', { autoIncrement: true }))
        request.addEventListener('success', () => done(request.result))
      })
      await new Promise<void>((done) => {
        const transaction = database.transaction('texts', 'readwrite')
        transaction.objectStore('texts').add('x'.repeat(48_000))
        transaction.addEventListener('complete', () => done())
      })
      database.close()
    })
  }
}
