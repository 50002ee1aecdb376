import { createContext, use } from 'react'
import { isExternalAddress } from '../../shared/bridge/external-address.ts'
import type { TaskLink } from '../../shared/plan/task-links.ts'

/** Opens an https, http or mailto address in the person's own browser. The app gives what its host can do. */
export const OutsideContext = createContext<(address: string) => unknown>(() => undefined)

/** How the open plan writes the ids of its tasks, and where they lie; nowhere while nobody has said it. */
export const TaskLinksContext = createContext<readonly TaskLink[]>([])

export function useOutside(): (address: string) => unknown {
  return use(OutsideContext)
}

export function useTaskLinks(): readonly TaskLink[] {
  return use(TaskLinksContext)
}

/** The address as a link may have it, or null for anything but https, http and mailto, and for what is no address. */
export function externalAddress(text: string): string | null {
  const address = URL.parse(text)
  return address !== null && isExternalAddress(address) ? address.href : null
}
