import { Trash2 } from 'lucide-react'
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './PlanSettings.module.css'

export interface SettingsRow {
  /** The member of the set. */
  readonly member: string
  readonly what: ReactNode
  readonly removeLabel: string
}

export interface SettingsListProps {
  readonly title: string
  readonly hint: string
  readonly empty: string
  readonly rows: readonly SettingsRow[]
  readonly onRemove: (member: string) => void
  /** The fields of the one that is added. */
  readonly fields: ReactNode
  /** What would be added, or what is wrong with it. */
  readonly told: string
  readonly isWrong: boolean
  readonly addLabel: string
  readonly onAdd: () => void
}

/** The members of a set: each with its button to remove it, and below them the fields for another. */
export function SettingsList({ title, hint, empty, rows, onRemove, fields, told, isWrong, addLabel, onAdd }: SettingsListProps): ReactNode {
  const section = useRef<HTMLElement>(null)
  const heading = useId()
  const removed = useRef<number | null>(null)
  useEffect(() => {
    // the focus goes to the row that took the place of the one that was removed, else to the first field
    if (removed.current === null) return
    const buttons = section.current?.querySelectorAll<HTMLElement>('li button') ?? []
    const home = buttons[Math.min(removed.current, buttons.length - 1)] ?? section.current?.querySelector('input')
    removed.current = null
    home?.focus()
  }, [rows])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onAdd()
  }
  return (
    <section ref={section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {title}
      </h3>
      <p className={styles.hint}>{hint}</p>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.rows}>
          {rows.map(({ member, what, removeLabel }, index) => (
            <li key={member} className={styles.row}>
              <span className={styles.what}>{what}</span>
              <IconButton
                size="small"
                label={removeLabel}
                icon={<Trash2 />}
                onClick={() => {
                  removed.current = index
                  onRemove(member)
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} noValidate onSubmit={submit}>
        <div className={styles.fields}>{fields}</div>
        <Button type="submit" size="small" className={styles.add}>
          {addLabel}
        </Button>
      </form>
      <p className={classes(styles.told, isWrong && styles.problem)} role="status">
        {told}
      </p>
    </section>
  )
}
