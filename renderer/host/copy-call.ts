import type { Copied, CopyStore } from '../../shared/copies/copy-store.ts'

/** A call of the store, as the page posts it to the worker. */
export interface CopyCall {
  readonly id: number
  readonly name: keyof CopyStore
  readonly input: unknown
}

/** What the worker posts back. */
export interface CopyAnswer {
  readonly id: number
  readonly answer: Copied<unknown>
}
