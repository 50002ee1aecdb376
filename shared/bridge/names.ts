/**
 * Every call the renderer may make of the main process. The preload builds its bridge from these two lists alone, so
 * that it needs no schema and a channel that is not listed cannot be reached.
 */
export const callNames = [
  'allowServer',
  'appInfo',
  'copyAppend',
  'copyFolders',
  'copyList',
  'copyRead',
  'copyRemove',
  'copyWrite',
  'keepDamaged',
  'keepSecret',
  'newWindow',
  'openExternal',
  'openFile',
  'saveFile',
  'secret',
  'secretsAreKept',
  'setBusy',
  'setCommands',
  'setTheme',
  'takeOpenRequests',
  'recentFiles',
  'openRecent',
  'forgetRecent',
  'showDataFolder',
  'lastLogLines',
  'chooseFolder',
  'takeDropped',
  'forgetFolder',
  'folderKnown',
  'folderList',
  'folderRead',
  'folderWrite',
  'folderWatch',
] as const
export type CallName = (typeof callNames)[number]

/** Every event the main process sends to a window. */
export const eventNames = ['closeRequested', 'commandChosen', 'openRequested', 'recentChanged', 'folderChanged'] as const
export type EventName = (typeof eventNames)[number]

/** The name under which Electron carries a call or an event. */
export function channelOf(name: CallName | EventName): string {
  return `quarterdeck:${name}`
}
