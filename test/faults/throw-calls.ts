import * as v from 'valibot'
import { answerCall } from '../../electron/main/answer-call.ts'
import type { SenderFrame } from '../../electron/main/sender.ts'
import { calls } from '../../shared/bridge/contract.ts'
import { type CallName, callNames } from '../../shared/bridge/names.ts'
import { chanceFrom, nearlyFitting, oddValue } from './hostile-values.ts'

/** What came of a campaign. `accepted`, `told` and `uncaught` are what may not be; `fitting` were left out, for they fit the contract after all. */
export interface CallReport {
  readonly thrown: number
  readonly fitting: number
  readonly accepted: readonly string[]
  /** Refusals that said more than that they were one. */
  readonly told: readonly string[]
}

type Frame = () => SenderFrame | null

const page: SenderFrame = { origin: 'quarterdeck://app', url: 'quarterdeck://app/', parent: null }
const gone = (): never => {
  throw new Error('Render frame was disposed before WebFrameMain could be accessed')
}

/** Who may call nothing, however well the call is made. */
export const wrongFrames: Readonly<Record<string, Frame>> = {
  'no frame': () => null,
  'a frame inside the page': () => ({ ...page, parent: page as SenderFrame['parent'] }),
  'about:blank': () => ({ ...page, url: 'about:blank' }),
  'about:srcdoc': () => ({ ...page, url: 'about:srcdoc' }),
  'an opaque origin': () => ({ ...page, origin: 'null' }),
  'data:': () => ({ origin: 'null', url: 'data:text/html,x', parent: null }),
  'blob:': () => ({ ...page, url: 'blob:quarterdeck://app/1' }),
  'file:': () => ({ origin: 'file://', url: 'file:///app/', parent: null }),
  'the web': () => ({ origin: 'https://app', url: 'https://app/', parent: null }),
  'another host': () => ({ origin: 'quarterdeck://evil', url: 'quarterdeck://evil/', parent: null }),
  'a host like ours': () => ({ origin: 'quarterdeck://app.evil', url: 'quarterdeck://app.evil/', parent: null }),
  'the browser edition': () => ({ origin: 'http://127.0.0.1:4517', url: 'http://127.0.0.1:4517/', parent: null }),
  'a frame that is gone when asked': gone,
  'a frame that goes while it is looked at': () => Object.defineProperty({ ...page }, 'url', { get: gone }),
  'a frame whose parent went': () => Object.defineProperty({ ...page }, 'parent', { get: gone }),
}

/** Makes `count` malformed calls of one channel from the page itself; which, the seed decides. */
export async function throwMalformedCalls(options: { readonly name: CallName; readonly count: number; readonly seed: number }): Promise<CallReport> {
  const { name, count } = options
  const chance = chanceFrom(options.seed + callNames.indexOf(name) * 1_000_003)
  const tally = createTally()
  while (tally.report.thrown < count) {
    const args = argumentsOf(name, chance)
    if (fits(name, args)) tally.report.fitting += 1
    else await tally.call({ name, args, frame: () => page, what: name })
  }
  return tally.report
}

/** Makes calls from every wrong frame, `count` of each kind: nothing at all, what fits nearly, and what fits. */
export async function throwFromWrongFrames(options: { readonly name: CallName; readonly count: number; readonly seed: number }): Promise<CallReport> {
  const chance = chanceFrom(options.seed)
  const tally = createTally()
  for (const [what, frame] of Object.entries(wrongFrames)) {
    for (let at = 0; at < options.count; at++) {
      const args = at === 0 ? [] : argumentsOf(options.name, chance)
      if (fits(options.name, args)) tally.report.fitting += 1
      await tally.call({ name: options.name, args, frame, what })
    }
  }
  return tally.report
}

function argumentsOf(name: CallName, chance: () => number): readonly unknown[] {
  const first = chance() < 0.25 ? oddValue(chance) : nearlyFitting(calls[name].input, chance)
  return chance() < 0.1 ? [first, oddValue(chance)] : [first]
}

/** Whether a call is one of the contract after all. The schema says so, and, should it ever be made to let more through, the names of its fields. */
function fits(name: CallName, args: readonly unknown[]): boolean {
  const { input }: { readonly input: v.GenericSchema & { readonly entries?: object } } = calls[name]
  const [first] = args
  try {
    return args.length <= 1 && v.is(input, first) && Object.keys(first ?? {}).every((key) => key in (input.entries ?? {}))
  } catch {
    return false
  }
}

function createTally() {
  const report = { thrown: 0, fitting: 0, accepted: [] as string[], told: [] as string[] }
  return {
    report,
    async call(options: { readonly name: CallName; readonly args: readonly unknown[]; readonly frame: Frame; readonly what: string }): Promise<void> {
      report.thrown += 1
      const handler = (): void => void report.accepted.push(options.what)
      try {
        await answerCall({ ...options, window: () => ({}), handler, note: () => undefined })
        report.told.push(`${options.what}: answered`)
      } catch (error) {
        // What the page gets of an error is its message, so that is all there may be.
        if (!(error instanceof Error) || error.message !== 'refused' || error.cause !== undefined) report.told.push(`${options.what}: ${String(error)}`)
      }
    },
  }
}
