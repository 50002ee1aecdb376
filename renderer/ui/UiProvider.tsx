import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'
import { Announcer } from './Announcer.tsx'
import { MacContext } from './mac.ts'
import { ToastProvider } from './ToastProvider.tsx'
import type { Toaster } from './toaster.ts'
import { TooltipLayer } from './TooltipLayer.tsx'

export interface UiProviderProps {
  readonly mac?: boolean | undefined
  readonly toaster?: Toaster | undefined
  readonly children: ReactNode
}

/** What the controls need around the app: no style elements (CSP), tooltips, toasts and the voice. */
export function UiProvider({ mac = false, toaster, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <MacContext value={mac}>
        <Announcer>
          <TooltipLayer>
            <ToastProvider toaster={toaster}>{children}</ToastProvider>
          </TooltipLayer>
        </Announcer>
      </MacContext>
    </CSPProvider>
  )
}
