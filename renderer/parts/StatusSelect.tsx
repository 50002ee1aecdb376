import { type KeyboardEvent, useState } from 'react'
import { isStatus, statuses, type Status } from '../../shared/model/status.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { classes } from '../ui/classes.ts'
import { Menu } from '../ui/Menu.tsx'
import { StatusIcon } from './StatusIcon.tsx'
import { statusTone } from './status-tone.ts'
import styles from './StatusSelect.module.css'

export interface StatusSelectProps {
  /** What it is the status of, for those who don't see where it stands. */
  readonly label: string
  readonly status: Status
  readonly onChange: (status: Status) => void
  /** `icon` where rows stand close together; the word is then in the name and the tooltip. */
  readonly variant?: 'named' | 'icon' | undefined
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/** The status, and the menu of the seven. The digits 1 to 7 choose, on the button and in the menu. */
export function StatusSelect({ label, status, onChange, variant = 'named', disabled = false, className }: StatusSelectProps) {
  const [isOpen, setOpen] = useState(false)
  const choose = (chosen: string): void => {
    setOpen(false)
    if (isStatus(chosen) && chosen !== status) onChange(chosen)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = /^[1-7]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey ? statuses[Number(event.key) - 1] : undefined
    if (chosen === undefined || disabled) return
    // the app's own 1 to 7 mean the card on the board, which may be another one
    event.preventDefault()
    event.stopPropagation()
    choose(chosen)
  }
  const trigger = (
    <button
      type="button"
      disabled={disabled}
      title={variant === 'icon' ? statusLabel[status] : undefined}
      aria-label={`${label}: ${statusLabel[status]}`}
      className={classes(styles.button, styles[variant], statusTone(status), className)}
    >
      <StatusIcon status={status} />
      {variant === 'named' && statusLabel[status]}
    </button>
  )
  const options = statuses.map((each, at) => ({ id: each, label: statusLabel[each], keys: String(at + 1), icon: <StatusIcon status={each} className={statusTone(each)} /> }))
  return (
    // keys pressed on the button and in the menu come through here, before the menu takes letters for type-ahead
    <span className={styles.whole} onKeyDownCapture={onKeyDown}>
      <Menu trigger={trigger} open={isOpen} onOpenChange={setOpen} label={label} entries={[{ kind: 'choice', id: 'status', value: status, options, onChange: choose }]} />
    </span>
  )
}
