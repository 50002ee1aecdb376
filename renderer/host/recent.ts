import type { OpenedFile } from '../../shared/bridge/files.ts'
import type { RecentFile } from '../../shared/bridge/recent.ts'

/** The files that were opened and saved last, as far as this place can open them again. */
export interface Recent {
  /** The latest first; none where a browser can't keep them. */
  list(): Promise<readonly RecentFile[]>
  /** Reads one of them again; null when a person did not allow it, or it is no longer kept. */
  open(token: string): Promise<OpenedFile | null>
  /** Takes one from the list, or all (null). The file itself stays. */
  forget(token: string | null): Promise<void>
  /** The list has changed; returns how to stop listening. */
  onChange(listener: () => void): () => void
}
