import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../../shared/bridge/contract.ts'
import { callNames, channelOf, eventNames } from '../../shared/bridge/names.ts'

// The two walls between the page and the computer. If a window was ever made without one, it gets no bridge either.
if (!process.sandboxed || !process.contextIsolated) throw new Error('the page is not isolated')

/** One function for each call, and one under `on` for each event; no channel that is not in the two lists. */
const bridge = {
  ...Object.fromEntries(callNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(channelOf(name), name === 'takeDropped' ? dropped(input) : input)])),
  on: Object.freeze(Object.fromEntries(eventNames.map((name) => [name, listenTo(channelOf(name))]))),
} as unknown as Bridge // built from the same lists the type is made of, which the compiler cannot follow

contextBridge.exposeInMainWorld('quarterdeck', Object.freeze(bridge))

/** Where something lies that a person dropped on the page. What a script made, or is no file, lies nowhere, and main refuses it. */
function dropped(file: unknown): { readonly path: string } {
  try {
    return { path: webUtils.getPathForFile(file as File) } // throws for anything else
  } catch {
    return { path: '' }
  }
}

/** Passes on what an event carries, and nothing of the event: it holds the sender. */
function listenTo(channel: string): (listener: (payload: unknown) => void) => () => void {
  return (listener) => {
    const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
    ipcRenderer.on(channel, receive)
    return () => {
      ipcRenderer.off(channel, receive)
    }
  }
}
