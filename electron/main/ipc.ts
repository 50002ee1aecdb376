import { BrowserWindow, ipcMain } from 'electron'
import type * as v from 'valibot'
import type { calls, CallOutput, EventPayload } from '../../shared/bridge/contract.ts'
import { type CallName, callNames, channelOf, type EventName } from '../../shared/bridge/names.ts'
import { answerCall } from './answer-call.ts'
import { log } from './log.ts'

type ParsedInput<N extends CallName> = v.InferOutput<(typeof calls)[N]['input']>

type Answer<N extends CallName> = CallOutput<N> extends undefined ? void : CallOutput<N> | Promise<CallOutput<N>>

/** What answers the calls of the contract; each knows the window that called. */
export type CallHandlers = {
  readonly [N in CallName]: (input: ParsedInput<N>, window: BrowserWindow) => Answer<N>
}

/**
 * Answers every call of the contract. A call from anything but our page, or with arguments that do not parse, is
 * refused: the page learns only that it was, the log which call it was.
 */
export function answerCalls(handlers: CallHandlers): void {
  for (const name of callNames) answer(name, handlers)
}

function answer<N extends CallName>(name: N, handlers: CallHandlers): void {
  ipcMain.handle(channelOf(name), (event, ...args: unknown[]) =>
    answerCall({
      name,
      args,
      frame: () => event.senderFrame,
      window: () => BrowserWindow.fromWebContents(event.sender),
      // The schema was looked up by the same name as the handler, which the compiler cannot follow through the loop.
      handler: (input, window: BrowserWindow) => handlers[name](input as ParsedInput<N>, window),
      note: log,
    }),
  )
}

/** Sends an event of the contract to one window, if it is still there. */
export function sendEvent<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(channelOf(name), payload)
}
