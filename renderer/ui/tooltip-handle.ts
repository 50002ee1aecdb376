import { Tooltip } from '@base-ui/react/tooltip'

export interface TooltipContent {
  readonly text: string
  readonly keys?: string | undefined
}

/** One tooltip for the whole app: a board of hundreds of buttons mounts no popup per button. */
export const tooltipHandle = Tooltip.createHandle<TooltipContent>()
