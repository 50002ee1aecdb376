import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'

export interface ChoiceButtonProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly keys?: string
  /** Keys without frames. */
  readonly plainKeys?: boolean
  readonly onChoose: () => void
  /** A style sheet's classes for `choice`, `icon`, `words`, `title`, `keys` and `hint`: how large it is depends on where it stands. */
  readonly styles: Readonly<Record<string, string>>
  readonly className?: string | undefined
}

/** One of a few ways to go on, with what it means. */
export function ChoiceButton({ icon, title, hint, keys, plainKeys = false, onChoose, styles, className }: ChoiceButtonProps): ReactNode {
  return (
    <button type="button" className={classes(styles['choice'], className)} onClick={onChoose}>
      <span className={styles['icon']} aria-hidden="true">
        {icon}
      </span>
      <span className={styles['words']}>
        <span className={styles['title']}>
          {title}
          {keys !== undefined && (
            <span aria-hidden="true" className={styles['keys']}>
              <Kbd keys={keys} plain={plainKeys} />
            </span>
          )}
        </span>
        <span className={styles['hint']}>{hint}</span>
      </span>
    </button>
  )
}
