import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { tooltipHandle } from './tooltip-handle.ts'

export interface TooltipProps {
  /** What the pointer or the focus brings up. It repeats or explains; it is never the only place where something is said. */
  readonly text: string
  readonly keys?: string | undefined
  readonly disabled?: boolean | undefined
  /** The one element it belongs to: a control that forwards its ref and props. */
  readonly children: ReactElement
}

/** Words about a control. Needs the `TooltipLayer` that `UiProvider` brings. */
export function Tooltip({ text, keys, disabled = false, children }: TooltipProps) {
  return <Base.Trigger handle={tooltipHandle} payload={{ text, keys }} disabled={disabled} render={children} />
}
