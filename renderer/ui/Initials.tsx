import { initialsOf } from './initials-of.ts'
import styles from './Initials.module.css'

/** The first letters of a name in a circle, for the eye: the name itself stands beside it. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span className={styles.initials} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
