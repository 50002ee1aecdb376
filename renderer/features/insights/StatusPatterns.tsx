import type { ReactNode } from 'react'
import { statuses, type Status } from '../../../shared/model/status.ts'
import { statusColor } from '../../parts/status-color.ts'
import { textures } from './status-textures.ts'

/** What fills the areas and bars of statuses, each told from the others without its colour. @param id that of the drawing */
export function StatusPatterns({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      {statuses.map((status) => (
        <pattern key={status} id={`${id}-${status}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" style={{ fill: `color-mix(in srgb, ${statusColor(status)} ${textures[status].ground}%, var(--card))` }} />
          <path d={textures[status].lines} fill="none" strokeWidth="1.1" strokeLinecap={status === 'todo' ? 'round' : undefined} style={{ stroke: statusColor(status) }} />
        </pattern>
      ))}
    </defs>
  )
}

/** The fill of a status in a drawing that has the patterns. */
export function statusFill(id: string, status: Status): string {
  return `url(#${id}-${status})`
}
