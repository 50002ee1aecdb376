import type { PlanDatabase } from './plan-database.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { readHead } from './snapshot-head-row.ts'
import { rowOfHead, type KeptSnapshot, type SnapshotCopies } from './snapshot-copies.ts'

interface MatchSnapshots {
  readonly database: PlanDatabase
  readonly copies: SnapshotCopies
  /** Whether each copy is read as well, and not only looked for. */
  readonly isThorough: boolean
}

/** Puts back the snapshots that the database has lost, and copies those that have no copy that is whole. @returns how many were put back */
export async function matchSnapshots({ database, copies, isThorough }: MatchSnapshots): Promise<number> {
  const { snapshots, snapshotTexts } = database
  const copied = await copies.digests()
  const heads = await database.run(() => snapshots.toCollection().primaryKeys())
  const texts = await database.run(() => snapshotTexts.toCollection().primaryKeys())
  if (copied === null || !heads.ok || !texts.ok) return 0
  const here = new Set(heads.value.filter((digest) => texts.value.includes(digest)))
  const lost = await Promise.all(copied.filter((digest) => !here.has(digest)).map((digest) => copies.read(digest)))
  const back = lost.filter((snapshot) => snapshot !== null)
  if (back.length > 0) await database.run(() => database.database.transaction('rw', snapshots, snapshotTexts, () => putAll(database, back)))
  for (const digest of here) {
    if (copied.includes(digest) && (!isThorough || (await copies.read(digest)) !== null)) continue
    const snapshot = await read(database, digest)
    if (snapshot !== null) await copies.write(snapshot)
  }
  return back.length
}

async function putAll({ snapshots, snapshotTexts }: PlanDatabase, back: readonly KeptSnapshot[]): Promise<void> {
  await snapshots.bulkPut(back.map(({ head }) => rowOfHead(head)))
  await snapshotTexts.bulkPut(back.map(({ head, text }) => ({ digest: head.digest, text })))
}

async function read({ snapshots, snapshotTexts, run }: PlanDatabase, digest: string): Promise<KeptSnapshot | null> {
  const rows = await run(() => Promise.all([snapshots.get(digest), snapshotTexts.get(digest)]))
  if (!rows.ok) return null
  const [row, text] = rows.value
  const head = readHead(row)
  return head !== null && isObject(text) && typeof text['text'] === 'string' ? { head, text: text['text'] } : null
}
