import type { Change } from '../../shared/changes/change.ts'
import { broughtBy } from '../../shared/plan/brought-by.ts'
import type { DatedExchange } from '../../shared/plan/exchange.ts'
import { commitRowsInSteps, commitsOfRows, type CommitRow } from './commit-row.ts'
import type { RunSteps } from './in-pauses.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { Stored } from './storage.ts'

/** The actions under which exchanges with others stand in the log. */
export const exchangeActions = ['fileMerged', 'mergeTakenBack', 'planExported', 'planShared'] as const

interface ExchangeLog {
  readonly database: PlanDatabase
  /** What a merge brought may be large. */
  readonly run: RunSteps
}

/** What was exchanged with others, in order of the log. */
export async function readExchanges(log: ExchangeLog): Promise<Stored<readonly DatedExchange[]>> {
  const rows = await readRows(log)
  if (!rows.ok) return rows
  // what was large stands in several rows, each of which says what it is part of
  return { ok: true, value: rows.value.flatMap(({ part, at, exchange }) => (part === 0 && exchange !== undefined ? [{ ...exchange, at }] : [])) }
}

/** What a merge brought, with what was decided in it. */
export async function readBrought({ merge, ...log }: ExchangeLog & { readonly merge: string }): Promise<Stored<readonly Change[]>> {
  const rows = await readRows(log)
  if (!rows.ok) return rows
  return { ok: true, value: broughtBy(commitsOfRows(rows.value), merge) }
}

async function readRows({ database, run }: ExchangeLog): Promise<Stored<readonly CommitRow[]>> {
  const raw = await database.run(() => database.commits.where('action').anyOf([...exchangeActions]).sortBy('seq'))
  return raw.ok ? run(commitRowsInSteps(raw.value)) : raw
}
