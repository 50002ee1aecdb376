import * as v from 'valibot'
import { type Bridge, events, type EventPayload } from '../../shared/bridge/contract.ts'
import type { EventName } from '../../shared/bridge/names.ts'
import { askOver } from './ask.ts'
import { createDesktopCopies } from './desktop-copies.ts'
import { createDesktopFolders } from './folders/desktop-folders.ts'
import { createDesktopServers } from './servers/desktop-servers.ts'
import type { Host, StopListening } from './host.ts'
import { withPatience } from './with-patience.ts'

/** The host in Electron: every method is a call over the bridge, and every answer is parsed before it is believed. */
export function createDesktopHost(bridge: Bridge): Host {
  const ask = askOver(bridge)
  const listen = listenOver(bridge)
  return {
    kind: 'desktop',
    copies: withPatience(createDesktopCopies(ask)),
    keepDamaged: () => ask('keepDamaged', undefined).catch(() => false), // nothing is kept, and the repair goes on
    recent: {
      list: () => ask('recentFiles', undefined),
      open: (token) => ask('openRecent', { token }),
      forget: (token) => ask('forgetRecent', { token }),
      onChange: (listener) => listen('recentChanged', listener),
    },
    folders: createDesktopFolders({ ask, takeDropped: (file) => bridge.takeDropped(file), onChange: (listener) => listen('folderChanged', ({ token }) => listener(token)) }),
    servers: createDesktopServers(ask),
    openFile: ({ kinds }) => ask('openFile', { kinds: [...kinds] }),
    saveFile: ({ kind, suggestedName, text, token }) => ask('saveFile', { kind, suggestedName, text, token: token ?? null }),
    onOpenRequest(listener) {
      let listening = true
      const take = async (): Promise<void> => {
        if (!listening) return
        for (const handed of await ask('takeOpenRequests', undefined)) listener(handed)
      }
      const stop = listen('openRequested', () => void take())
      void take()
      return () => {
        listening = false
        stop()
      }
    },
    setCommands: (commands) => void ask('setCommands', { commands: [...commands] }),
    onCommand: (listener) => listen('commandChosen', ({ id }) => listener(id)),
    openExternal: (url) => ask('openExternal', { url }),
    info: () => ask('appInfo', undefined),
    showDataFolder: () => ask('showDataFolder', undefined),
    lastLogLines: () => ask('lastLogLines', undefined),
    newWindow: () => ask('newWindow', undefined),
    setTheme: (theme) => void ask('setTheme', { theme }),
    setBusy: (busy) => void ask('setBusy', { busy }),
    onCloseRequest: (listener) => listen('closeRequested', listener),
  }
}

type Listen = <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => StopListening

function listenOver(bridge: Bridge): Listen {
  return <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
    bridge.on[name]((payload) => listener(v.parse(events[name], payload) as EventPayload<N>)) // as above
}
