import { createContext, use } from 'react'

/** Whether keys are shown as on a Mac; `UiProvider` sets it once for all controls. */
export const MacContext = createContext(false)

export function useMac(): boolean {
  return use(MacContext)
}
