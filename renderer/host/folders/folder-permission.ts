/** What TypeScript does not declare of a folder: the permission to write in it, which may end with the tab. */
interface Permitting {
  readonly queryPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

/** Why a folder can't be used just now; null where it may be. */
export async function withoutPermission(folder: FileSystemDirectoryHandle): Promise<'asks' | 'refused' | null> {
  const state = (await (folder as Permitting).queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
  return state === 'granted' ? null : state === 'prompt' ? 'asks' : 'refused'
}

/** Asks a person; a browser only does so after a press of a key or button. */
export async function askPermission(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    return ((await (folder as Permitting).requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted'
  } catch {
    return false // too long after the press, or in a frame
  }
}
