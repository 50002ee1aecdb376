import * as v from 'valibot'
import type { StoragePlatform } from '../../data/platform.ts'
import { atMost } from '../../host/at-most.ts'

/** What servers are shown where it isn't to be kept: the windows of this computer know it until the last of them is closed. */
export interface SignedIn {
  /** Null where no window knows it. */
  readonly of: (plan: string) => Promise<string | null>
  /** @param secret null forgets it */
  readonly set: (plan: string, secret: string | null) => void
}

/** So long it is waited for other windows to say it. */
const answerMs = 500

const longest = v.pipe(v.string(), v.maxLength(100_000))
const message = v.variant('kind', [
  v.strictObject({ kind: v.literal('ask'), plan: longest }),
  /** As a window was told it, or as the answer to one that asks. */
  v.strictObject({ kind: v.literal('set'), plan: longest, secret: v.nullable(longest) }),
])

/** The windows tell each other, since one of them speaks with the server for all. */
export function createSignedIn({ openChannel }: { readonly openChannel: StoragePlatform['openChannel'] }): SignedIn {
  const known = new Map<string, string>()
  const waiting = new Map<string, Set<() => void>>()
  const take = (plan: string, secret: string | null): void => {
    if (secret === null) known.delete(plan)
    else known.set(plan, secret)
    for (const answer of waiting.get(plan) ?? []) answer()
  }
  const hear = (received: unknown): void => {
    const parsed = v.safeParse(message, received)
    if (!parsed.success) return
    const { output } = parsed
    if (output.kind === 'set') return take(output.plan, output.secret)
    const secret = known.get(output.plan)
    if (secret !== undefined) channel.post({ kind: 'set', plan: output.plan, secret })
  }
  const channel = openChannel({ name: 'quarterdeck signed in', onMessage: hear })
  return {
    of: async (plan) => {
      if (!known.has(plan)) {
        const { promise, resolve } = Promise.withResolvers<undefined>()
        const answered = (): void => resolve(undefined)
        const asking = waiting.get(plan) ?? new Set()
        waiting.set(plan, asking.add(answered))
        channel.post({ kind: 'ask', plan })
        await atMost({ work: promise, ms: answerMs, late: undefined })
        asking.delete(answered)
      }
      return known.get(plan) ?? null
    },
    set: (plan, secret) => {
      take(plan, secret)
      channel.post({ kind: 'set', plan, secret })
    },
  }
}
