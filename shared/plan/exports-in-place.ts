import type { DatedExchange } from './exchange.ts'

/** What was exchanged, with each file that went out, and each share that began and ended, told once: `exporting` where nobody can tell whether it was saved. */
export type ToldExchange = Exclude<DatedExchange, { readonly kind: 'notExported' }>

/**
 * The log with each file that went out at the moment it was taken from the plan, under the name by which it was saved.
 * Between the two a person looks for a folder, and another window may go on. Of a file that was given up nothing is left,
 * unless a merge was taken back meanwhile: how that was done rests on the file being out, and so it stays.
 */
export function exportsInPlace(exchanges: readonly DatedExchange[]): readonly ToldExchange[] {
  const ends = new Map<string, { readonly exchange: DatedExchange; readonly index: number }>()
  for (const [index, exchange] of exchanges.entries()) {
    if ((exchange.kind === 'exported' || exchange.kind === 'notExported') && exchange.id !== undefined) ends.set(exchange.id, { exchange, index })
  }
  const begun = new Set<string>()
  const shares = new Set<string>()
  return exchanges.flatMap((each, index): readonly ToldExchange[] => {
    if (each.kind === 'notExported') return []
    if (each.kind === 'exported') return each.id !== undefined && begun.has(each.id) ? [] : [each]
    // what a page had no time to write may be written twice
    if (each.kind === 'shared') return shares.has(each.id) ? [] : [shares.add(each.id) && each]
    if (each.kind === 'unshared') return shares.delete(each.id) ? [each] : []
    if (each.kind !== 'exporting') return [each]
    if (begun.has(each.id)) return []
    begun.add(each.id)
    const end = ends.get(each.id)
    if (end?.exchange.kind === 'exported') return [{ ...end.exchange, at: each.at }]
    const isGivenUp = end !== undefined && !exchanges.slice(index, end.index).some(({ kind }) => kind === 'takenBack')
    return isGivenUp ? [] : [each]
  })
}
