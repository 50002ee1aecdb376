import type { Status } from '../../shared/model/status.ts'
import styles from './status-tone.module.css'

/** The class that gives an element the colour of a status; the word or the icon beside it says the same. */
export function statusTone(status: Status): string {
  return styles[status] ?? ''
}
