import { Tag } from '../ui/Tag.tsx'
import { classes } from '../ui/classes.ts'
import styles from './TeamChips.module.css'

export interface TeamChipsProps {
  readonly teams: readonly string[]
  /** How many are shown by name; the others are counted, with their names in the tooltip. */
  readonly max?: number | undefined
  readonly className?: string | undefined
}

/** The teams of a goal. */
export function TeamChips({ teams, max = Number.POSITIVE_INFINITY, className }: TeamChipsProps) {
  if (teams.length === 0) return null
  const more = teams.slice(max)
  return (
    <span className={classes(styles.teams, className)}>
      {teams.slice(0, max).map((team) => (
        <Tag key={team}>{team}</Tag>
      ))}
      {more.length > 0 && (
        <span className={styles.more} title={more.join(', ')}>
          +{more.length}
        </span>
      )}
    </span>
  )
}
