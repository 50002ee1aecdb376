import { isJournalFile, libraryFolder, planOfFolder } from '../../shared/copies/copy-name.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import { frameLine, readFramedLines } from '../../shared/copies/framed-line.ts'
import { isObject } from '../../shared/file/json-value.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import { computerKey, readComputer } from './computer.ts'
import { entryFromCopies } from './entry-from-copies.ts'
import type { LibraryDatabase } from './library-database.ts'
import { planDatabaseName } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { isList, parseJson } from './raw-value.ts'
import { readAgainIfFailed } from './read-again.ts'
import { readPlanEntry } from './read-plan-entry.ts'
import type { Computer, Stored } from './storage.ts'

const place = { folder: libraryFolder, name: 'list.json' } as const

interface LibraryCopy {
  readonly computer: Computer | null
  readonly plans: readonly PlanEntry[]
}

interface LibraryParts {
  readonly database: LibraryDatabase
  readonly copies: CopyStore
}

/**
 * Writes the list of plans, and who this computer is, once more outside the database; again where another window has
 * changed it meanwhile, since either may be the one that is written last.
 */
export async function copyLibrary({ database, copies }: LibraryParts): Promise<void> {
  let written = ''
  for (;;) {
    const read = await readLibrary(database)
    const text = read.ok ? frameLine(JSON.stringify(read.value)) : written
    if (text === written || !(await copies.write({ ...place, text })).ok) return
    written = text
  }
}

/**
 * Puts back what the list of plans has lost: a plan with a journal is on this computer, whatever the list says of it, and
 * one that was listed and has a database.
 * @returns how many plans of people's own were put back
 */
export async function mendLibrary({ database, copies, platform }: LibraryParts & { readonly platform: Pick<StoragePlatform, 'indexedDB' | 'now' | 'pause'> }): Promise<Stored<number>> {
  const copy = await readCopy(copies)
  const withJournal = await plansWithJournal(copies)
  const read = await readAgainIfFailed(() => readLibrary(database))
  if (!read.ok) {
    if (read.failure.kind !== 'damaged' && read.failure.kind !== 'failed') return read
    // nothing that could take its place: it is left as it is, and a later start may be able to read it
    if (copy.computer === null && withJournal.length === 0) return read
    const anew = await database.beginAnew()
    if (!anew.ok) return anew
  }
  const listed = read.ok ? read.value : { computer: null, plans: [] }
  const known = new Map(copy.plans.map((entry) => [entry.id, entry]))
  const isLost = (id: PlanId): boolean => listed.plans.every((entry) => entry.id !== id)
  const unlisted = [...known.keys()].filter(isLost)
  const here = new Set([...withJournal.filter(isLost), ...(unlisted.length === 0 ? [] : await thoseWithDatabase(unlisted, platform))])
  const lost: PlanEntry[] = []
  for (const id of here) lost.push(known.get(id) ?? (await entryFromCopies({ id, copies, pause: platform.pause, now: platform.now })))
  const computer = listed.computer === null ? copy.computer : null
  if (lost.length === 0 && computer === null) return { ok: true, value: 0 }
  const { plans, settings } = database
  const written = await database.run(() =>
    database.database.transaction('rw', plans, settings, async () => {
      for (const row of await plans.toArray()) if (readPlanEntry(row) === null && isObject(row)) await plans.delete(String(row['id']))
      await plans.bulkPut(lost)
      if (computer !== null) await settings.put({ key: computerKey, value: computer })
    }),
  )
  return written.ok ? { ok: true, value: lost.filter(({ isSample }) => !isSample).length } : written
}

/** A plan of an earlier release has no journal before it is opened. */
async function thoseWithDatabase(plans: readonly PlanId[], { indexedDB }: Pick<StoragePlatform, 'indexedDB'>): Promise<readonly PlanId[]> {
  try {
    const names = new Set((await indexedDB?.databases())?.map(({ name }) => name))
    return plans.filter((id) => names.has(planDatabaseName(id)))
  } catch {
    return [] // then those with a journal are all that is known
  }
}

/** What of the library can be read. */
async function readLibrary(database: LibraryDatabase): Promise<Stored<LibraryCopy>> {
  return database.run(async () => {
    const [rows, computer] = await Promise.all([database.plans.toArray(), database.settings.get(computerKey)])
    return { computer: readComputer(computer), plans: rows.flatMap((row) => readPlanEntry(row) ?? []) }
  })
}

async function readCopy(copies: CopyStore): Promise<LibraryCopy> {
  const read = await copies.read(place)
  const [text] = readFramedLines(read.ok ? (read.value ?? '') : '').texts
  const copy = parseJson(text)
  if (!isObject(copy)) return { computer: null, plans: [] }
  const { computer, plans } = copy
  return { computer: readComputer({ value: computer }), plans: isList(plans) ? plans.flatMap((row) => readPlanEntry(row) ?? []) : [] }
}

/** Removing a plan takes its journal away first, so one that has a journal was not removed. */
async function plansWithJournal(copies: CopyStore): Promise<readonly PlanId[]> {
  const folders = await copies.folders()
  const plans: PlanId[] = []
  for (const folder of folders.ok ? folders.value : []) {
    const id = planOfFolder(folder)
    const files = id === null ? null : await copies.list(folder)
    if (id !== null && files?.ok === true && files.value.some(({ name }) => isJournalFile(name))) plans.push(id)
  }
  return plans
}
