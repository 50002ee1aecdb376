import type { Copied, CopyStore } from '../../shared/copies/copy-store.ts'

export interface Bounds {
  /** How long it may say nothing before it has answered at all, in milliseconds. */
  readonly first: number
  /** How long one that has answered may say nothing. */
  readonly silence: number
  /** So long after a silence it is asked again. */
  readonly again: number
}

/** Counted in ticks: a computer that slept, or a page that was busy, finds one of them overdue and not all. */
const tickMs = 250
/** What a slow disk writes in a millisecond, in letters: a long text may take longer. */
const lettersInMs = 500

const failed = { ok: false, reason: 'failed' } as const

interface Waiting {
  /** How many ticks it may take without a word from the store. */
  readonly allowed: number
  left: number
  readonly giveUp: () => void
}

interface Lane {
  readonly isSilent: () => boolean
  /** Whether it is time to ask one that was silent again; never while something it was asked is still open. */
  readonly mayTry: () => boolean
  readonly ask: <T>(question: () => Promise<Copied<T>>, letters?: number) => Promise<Copied<T>>
}

/**
 * A store of copies that keeps nobody waiting: files that hang, as on a drive of the network, would hang again at each
 * further call. One that said nothing for too long is taken for silent, and fails at once whatever it is asked, until
 * it is heard again: by a late answer, or when it is tried later. What is given up may still be done.
 * Reading and changing are told apart, since there are file systems that answer the one and not the other.
 */
export function withPatience(store: CopyStore, bounds: Bounds = { first: 2_000, silence: 5_000, again: 20_000 }): CopyStore {
  const reading = createLane(bounds)
  const changing = createLane(bounds)
  const isMute = (): boolean => {
    if (reading.mayTry()) void reading.ask(store.folders)
    return reading.isSilent()
  }
  const read = async <T>(question: () => Promise<Copied<T>>): Promise<Copied<T>> => (isMute() ? failed : reading.ask(question))
  const change = async (question: () => Promise<Copied<undefined>>, letters = 0): Promise<Copied<undefined>> => {
    if (isMute() || (changing.isSilent() && !changing.mayTry())) return failed
    return changing.ask(question, letters)
  }
  return {
    folders: () => read(store.folders),
    list: (folder) => read(() => store.list(folder)),
    read: (place) => read(() => store.read(place)),
    append: (addition) => change(() => store.append(addition), addition.text.length),
    write: (file) => change(() => store.write(file), file.text.length),
    remove: (place) => change(() => store.remove(place)),
  }
}

function createLane({ first, silence, again }: Bounds): Lane {
  const waiting = new Set<Waiting>()
  let open = 0
  let hasAnswered = false
  let silentSince: number | null = null
  let ticking: ReturnType<typeof setInterval> | null = null

  const rest = (): void => {
    if (ticking !== null) clearInterval(ticking)
    ticking = null
  }
  const tick = (): void => {
    for (const each of waiting) each.left -= 1
    if (![...waiting].some(({ left }) => left <= 0)) return
    silentSince = performance.now()
    hasAnswered = false
    for (const { giveUp } of waiting) giveUp()
    waiting.clear()
    rest()
  }
  const hear = <T>(answer: Copied<T>): void => {
    // whoever ends what hangs answers for it that it failed
    if (silentSince !== null && !answer.ok && answer.reason === 'failed') silentSince = performance.now()
    else {
      hasAnswered = true
      silentSince = null
      for (const each of waiting) each.left = each.allowed
    }
  }
  return {
    isSilent: () => silentSince !== null,
    mayTry: () => silentSince !== null && open === 0 && performance.now() - silentSince >= again,
    ask: (question, letters = 0) => {
      const { promise: late, resolve } = Promise.withResolvers<typeof failed>()
      const allowed = Math.round(((hasAnswered ? silence : first) + letters / lettersInMs) / tickMs)
      const asked: Waiting = { allowed, left: allowed, giveUp: () => resolve(failed) }
      waiting.add(asked)
      open += 1
      ticking ??= setInterval(tick, tickMs)
      const answered = async (): Promise<Awaited<ReturnType<typeof question>>> => {
        const answer = await question()
        open -= 1
        waiting.delete(asked)
        hear(answer)
        if (waiting.size === 0) rest()
        return answer
      }
      return Promise.race([answered(), late])
    },
  }
}
