import type { ReactNode } from 'react'
import { quarters } from '../../../shared/model/year.ts'
import type { Status } from '../../../shared/model/status.ts'
import { statusColor } from '../../parts/status-color.ts'
import { quarterLabel } from '../../text/dates.ts'
import styles from './BoardSketch.module.css'

/** A year in small: four quarters, of which the first are further than the last. */
const year: readonly (readonly (readonly [Status, number])[])[] = [
  [['done', 3], ['done', 2], ['partiallyDone', 2]],
  [['done', 2], ['inProgress', 3], ['blocked', 2], ['inProgress', 1]],
  [['inProgress', 2], ['todo', 2], ['todo', 3]],
  [['todo', 2], ['todo', 1]],
]

/** What the planner is about, for the eye. */
export function BoardSketch(): ReactNode {
  return (
    <div className={styles.board} aria-hidden="true">
      {quarters.map((quarter, at) => (
        <div key={quarter} className={styles.column}>
          <span className={styles.name}>{quarterLabel(quarter)}</span>
          {(year[at] ?? []).map(([status, lines], card) => (
            // oxlint-disable-next-line react/no-array-index-key -- a drawing that never changes
            <span key={card} className={styles.card} style={{ ['--tone' as string]: statusColor(status) }}>
              {Array.from({ length: lines }, (_, line) => (
                <i key={line} className={styles.line} />
              ))}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
