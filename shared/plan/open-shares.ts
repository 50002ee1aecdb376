import type { DatedExchange } from './exchange.ts'

/** That the plan is shared, as the log says it. */
type Shared = Extract<DatedExchange, { readonly kind: 'shared' }>

/** Where the plan is shared at the end of a log, the last one last. */
export function openShares(exchanges: readonly DatedExchange[]): readonly Shared[] {
  const open = new Map<string, Shared>()
  for (const exchange of exchanges) {
    if (exchange.kind === 'shared' && !open.has(exchange.id)) open.set(exchange.id, exchange)
    if (exchange.kind === 'unshared') open.delete(exchange.id)
  }
  return [...open.values()]
}
