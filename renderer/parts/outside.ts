import { createContext, use } from 'react'
import { isExternalAddress } from '../../shared/bridge/external-address.ts'

/** What lies outside the planner, as the app lets the screens reach it. */
export interface Outside {
  /** Opens an address in the person's own browser. */
  readonly open: (address: string) => void
  /** The address of a task, `T205923`, in the team's tracker; null while nobody has said where that is. */
  readonly taskAddress: (task: string) => string | null
}

export const OutsideContext = createContext<Outside>({ open: () => undefined, taskAddress: () => null })

export function useOutside(): Outside {
  return use(OutsideContext)
}

/** The address as a link may have it, or null for anything but https, http and mailto, and for what is no address. */
export function externalAddress(text: string): string | null {
  const address = URL.parse(text)
  return address !== null && isExternalAddress(address) ? address.href : null
}
