import type { PlanDatabase } from './plan-database.ts'

/** What can be read of a store, in order of its keys, one by one where it can't be read together; null where not even its keys can. */
export async function rowsOneByOne(database: PlanDatabase, store: 'commits' | 'checkpoints'): Promise<readonly unknown[] | null> {
  const all = await database.run(() => database[store].toArray())
  if (all.ok) return all.value
  const keys = await database.run(() => database[store].toCollection().primaryKeys())
  if (!keys.ok) return null
  const rows: unknown[] = []
  for (const key of keys.value) {
    const row = await database.run(() => (store === 'commits' ? database.commits.get(Number(key)) : database.checkpoints.get(key)))
    if (row.ok) rows.push(row.value)
  }
  return rows
}
