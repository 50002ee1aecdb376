import type { FolderFiles } from '../../../shared/share/folder/folder-files.ts'

/** Which windows are told of which folders. */
export interface FolderWatchers<Window extends object> {
  /** Begun twice it is told once. */
  begin(options: { readonly window: Window; readonly token: string; readonly folder: FolderFiles }): void
  end(options: { readonly window: Window; readonly token: string }): void
  /** No window is told of this folder any more. */
  forget(token: string): void
}

export function createFolderWatchers<Window extends object>(options: {
  readonly tell: (window: Window, token: string) => void
  readonly whenClosed: (window: Window, closed: () => void) => void
}): FolderWatchers<Window> {
  const windows = new Map<Window, Map<string, () => void>>()
  const tokensOf = (window: Window): Map<string, () => void> => {
    const found = windows.get(window)
    if (found !== undefined) return found
    const stops = new Map<string, () => void>()
    windows.set(window, stops)
    options.whenClosed(window, () => {
      for (const stop of stops.values()) stop()
      windows.delete(window)
    })
    return stops
  }
  const end = (stops: Map<string, () => void> | undefined, token: string): void => {
    stops?.get(token)?.()
    stops?.delete(token)
  }
  return {
    begin({ window, token, folder }) {
      const stops = tokensOf(window)
      if (!stops.has(token)) stops.set(token, folder.watch(() => options.tell(window, token)))
    },
    end: ({ window, token }) => end(windows.get(window), token),
    forget(token) {
      for (const stops of windows.values()) end(stops, token)
    },
  }
}
