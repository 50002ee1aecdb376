import type { DatedExchange } from './exchange.ts'

/**
 * The log with each file that went out at the moment it was taken from the plan, under the name by which it was saved; of
 * one that was not saved nothing is left. Between the two a person looks for a folder, and another window may go on.
 */
export function exportsInPlace(exchanges: readonly DatedExchange[]): readonly DatedExchange[] {
  const begun = new Set(exchanges.flatMap((each) => (each.kind === 'exporting' ? [each.id] : [])))
  if (begun.size === 0) return exchanges
  const names = new Map<string, string | null>()
  for (const each of exchanges) {
    if (each.kind === 'exported' && each.id !== undefined) names.set(each.id, each.file)
    else if (each.kind === 'notExported') names.set(each.id, null)
  }
  return exchanges.flatMap((each): readonly DatedExchange[] => {
    if (each.kind === 'exported') return each.id !== undefined && begun.has(each.id) ? [] : [each]
    if (each.kind !== 'exporting') return each.kind === 'notExported' ? [] : [each]
    const file = names.get(each.id)
    if (file === undefined) return [each] // still being saved, or the window went meanwhile: it may be out
    return file === null ? [] : [{ kind: 'exported', id: each.id, file, at: each.at }]
  })
}
