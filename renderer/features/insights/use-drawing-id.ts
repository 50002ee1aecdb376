import { useId } from 'react'

/** An id for what a drawing defines, of letters that an address takes. */
export function useDrawingId(): string {
  return `chart${useId().replace(/[^A-Za-z0-9]/g, '')}`
}
