import { createContext, use } from 'react'
import { isExternalAddress } from '../../shared/bridge/external-address.ts'

/** Opens an https, http or mailto address in the person's own browser. The app gives what its host can do. */
export const OutsideContext = createContext<(address: string) => unknown>(() => undefined)

/** The address of a task, `T205923`, in the team's tracker; null while nobody has said where that is. */
export const TaskAddressContext = createContext<(task: string) => string | null>(() => null)

export function useOutside(): (address: string) => unknown {
  return use(OutsideContext)
}

export function useTaskAddress(task: string): string | null {
  return use(TaskAddressContext)(task)
}

/** The address as a link may have it, or null for anything but https, http and mailto, and for what is no address. */
export function externalAddress(text: string): string | null {
  const address = URL.parse(text)
  return address !== null && isExternalAddress(address) ? address.href : null
}
