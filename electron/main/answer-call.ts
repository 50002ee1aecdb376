import * as v from 'valibot'
import { calls } from '../../shared/bridge/contract.ts'
import type { CallName } from '../../shared/bridge/names.ts'
import { codeOf } from './log.ts'
import { isTrustedSender, type SenderFrame } from './sender.ts'

/** Takes what is written down of a call that was not answered: ids and codes, nothing of what was in it. */
type Note = (event: string, facts: Readonly<Record<string, string | boolean>>) => void

/**
 * Answers one call of the contract, or refuses it: the page learns only that it was refused, or failed, the log which
 * call it was. A frame can go away while it is being looked at, and then throws whatever it likes; so may an argument.
 */
export async function answerCall<Window extends object>(options: {
  readonly name: CallName
  readonly args: readonly unknown[]
  /** The frame that called; asked for only here, where it may throw. */
  readonly frame: () => SenderFrame | null
  readonly window: () => Window | null
  readonly handler: (input: unknown, window: Window) => unknown
  readonly note: Note
}): Promise<unknown> {
  const { name, args, note } = options
  const window = attempt(() => (isTrustedSender(options.frame()) ? options.window() : null))
  const input = attempt(() => v.safeParse(calls[name].input, args[0]))
  if (window === null || args.length > 1 || input?.success !== true) {
    note('call refused', { call: name, sender: window !== null, input: input?.success === true })
    throw new Error('refused')
  }
  try {
    return await options.handler(input.output, window)
  } catch (error) {
    note('call failed', { call: name, code: codeOf(error) })
    throw new Error('failed')
  }
}

function attempt<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    // Whatever it says, it is not said on to the page.
    return null
  }
}
