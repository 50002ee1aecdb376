import type { Mailbox, Mailed, MailItem } from '../../../shared/share/mailbox.ts'
import type { Random } from '../changes/history/random.ts'
import type { Count } from './share-tally.ts'

/** What goes wrong between one computer and the mailbox, of whichever kind it is. */
export interface Faults {
  /** Nothing goes wrong any more. */
  isCalm: boolean
  /** Days without a network. */
  isOffline: boolean
}

export interface FaultyMailbox {
  /** The same without the faults. */
  readonly inner: Mailbox
  readonly mailbox: Mailbox
  readonly faults: Faults
  /** What somebody else does between the next look and what is put then; asked for once. */
  readonly overtake: (() => Promise<void>)[]
  /** Lets what was put and hasn't arrived arrive, in any order. */
  readonly arrive: () => Promise<void>
}

export interface CreateFaultyMailbox {
  readonly inner: Mailbox
  readonly random: Random
  readonly count: Count
  /** Lays a text into the place under a name of nobody's, as programs that synchronise folders do with conflicting writes. */
  readonly layStray?: ((text: string) => Promise<void>) | undefined
}

/** Any mailbox, with everything that a mailbox may do wrong. */
export function createFaultyMailbox({ inner, random, count, layStray }: CreateFaultyMailbox): FaultyMailbox {
  const faults: Faults = { isCalm: false, isOffline: false }
  const texts = new Map<string, string[]>()
  const overtake: (() => Promise<void>)[] = []
  const late: (readonly [string, string])[] = []
  let lastList: readonly MailItem[] = []
  const isHit = (probability: number): boolean => !faults.isCalm && random.chance(probability)
  const out = <T>(): Mailed<T> => {
    count('unreachable')
    return { ok: false, reason: 'unreachable' }
  }
  const arrive = async (): Promise<void> => {
    const all = random.shuffle(late.splice(0))
    for (const [name, text] of all) await inner.put(name, text)
  }
  const remember = (name: string, text: string): void => {
    texts.set(name, [...(texts.get(name) ?? []).slice(-3), text])
  }
  const mailbox: Mailbox = {
    ...inner,
    list: async () => {
      if (faults.isOffline || isHit(0.02)) return out()
      if (isHit(0.3)) await arrive()
      const listed = await inner.list()
      if (!listed.ok) return listed
      const old = lastList
      lastList = listed.value
      if (isHit(0.04)) {
        count('oldLists')
        return { ok: true, value: old }
      }
      if (!isHit(0.05)) return listed
      count('leftOut')
      return { ok: true, value: listed.value.filter(() => random.chance(0.6)) }
    },
    get: async (name) => {
      if (faults.isOffline || isHit(0.01)) return out()
      if (isHit(0.01)) {
        count('unread')
        return { ok: false, reason: 'failed' }
      }
      const got = await inner.get(name)
      if (!got.ok || got.value === null) return got
      const text = got.value
      const seen = texts.get(name) ?? []
      remember(name, text)
      if (isHit(0.05)) {
        count('halves')
        return { ok: true, value: text.slice(0, random.below(text.length)) }
      }
      if (!isHit(0.05) || seen.length === 0) return got
      count('oldTexts')
      return { ok: true, value: random.pick(seen) }
    },
    put: async (name, text, known) => {
      await overtake.splice(0)[0]?.()
      if (faults.isOffline || isHit(0.02)) return out()
      const old = texts.get(name)?.at(-1)
      remember(name, text)
      const claimed: Mailed<MailItem> = { ok: true, value: { name, version: `claimed ${random.below(1_000_000)}`, bytes: text.length } }
      if (isHit(0.03)) {
        count('lostPuts')
        return claimed
      }
      if (isHit(0.04)) {
        count('latePuts')
        late.push([name, text])
        return claimed
      }
      if (isHit(0.02)) {
        count('failedPuts')
        return { ok: false, reason: 'full' }
      }
      if (layStray !== undefined && isHit(0.04)) {
        count('strays')
        await layStray(old !== undefined && random.chance(0.5) ? old : text)
      }
      const put = await inner.put(name, text, known)
      if (!isHit(0.02)) return put
      count('unsurePuts')
      return out()
    },
  }
  return { inner, mailbox, faults, overtake, arrive }
}
