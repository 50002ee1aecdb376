import type { Exchange } from './exchange.ts'

/** Whether a plan is shared, or was once: then colleagues have it, and work of theirs may be in it. */
export function wasShared(exchanges: readonly Pick<Exchange, 'kind'>[]): boolean {
  return exchanges.some(({ kind }) => kind === 'shared')
}
