import * as v from 'valibot'
import { type Bridge, type CallInput, calls, type CallOutput } from '../../shared/bridge/contract.ts'
import type { CallName } from '../../shared/bridge/names.ts'

/** Makes one call of the contract. */
export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>

/** Calls over the bridge; every answer is parsed before it is believed. */
export function askOver(bridge: Bridge): Ask {
  return async <N extends CallName>(name: N, input: CallInput<N>) => {
    // Name, input and schema belong together by `N`; the compiler sees only the union of all of them.
    const call = bridge[name] as (input: CallInput<N>) => Promise<unknown>
    return v.parse(calls[name].output, await call(input)) as CallOutput<N>
  }
}
