import { Check, Minus } from 'lucide-react'
import styles from './TakeBox.module.css'

export interface TakeBoxProps {
  readonly label?: string | undefined
  readonly labelledBy?: string | undefined
  readonly isTaken: boolean
  readonly isMixed?: boolean | undefined
  readonly isTabbable: boolean
  readonly onTake: (isTaken: boolean) => void
}

/** A tick that is quiet while it stands, since as a rule it does. */
export function TakeBox({ label, labelledBy, isTaken, isMixed = false, isTabbable, onTake }: TakeBoxProps) {
  return (
    <span className={styles.box}>
      <input
        ref={(input) => {
          if (input !== null) input.indeterminate = isMixed
        }}
        type="checkbox"
        aria-label={label}
        aria-labelledby={labelledBy}
        tabIndex={isTabbable ? 0 : -1}
        checked={isTaken}
        onChange={(event) => onTake(event.currentTarget.checked)}
      />
      {isMixed ? <Minus aria-hidden="true" /> : isTaken && <Check aria-hidden="true" />}
    </span>
  )
}
