import type { IpcMain } from 'electron'
import type { Page } from './page.ts'
import { fromWire, toWire } from './wire.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain: Pick<IpcMain, 'handle'> = {
  handle(channel, listener) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  },
}

/** Answers a message from a page; the answer, or the error as Electron words it, is sent back by its number. */
export async function answerInvoke(sender: Page, text: string): Promise<void> {
  const { number, channel, args } = fromWire(text) as { readonly number: number; readonly channel: string; readonly args: unknown[] }
  const answer = await invoke({ sender, channel, args })
  sender.post(toWire({ number, ...answer }))
}

async function invoke(options: {
  readonly sender: Page
  readonly channel: string
  readonly args: readonly unknown[]
}): Promise<{ readonly value?: unknown; readonly error?: string }> {
  const { sender, channel, args } = options
  const handler = handlers.get(channel)
  if (handler === undefined) return { error: `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'` }
  try {
    const event = { sender, senderFrame: sender.mainFrame } as unknown as Electron.IpcMainInvokeEvent
    return { value: structuredClone(await handler(event, ...args)) }
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}
