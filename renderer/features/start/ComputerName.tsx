import type { ReactNode } from 'react'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { startText } from '../../text/start.ts'
import { EditableText } from '../../ui/EditableText.tsx'
import styles from './ComputerName.module.css'

/** What people call this computer: colleagues see it beside what was changed here. */
export function ComputerName({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }): ReactNode {
  return (
    <footer className={styles.footer}>
      <p className={styles.line}>
        <span>{startText.computer}</span>
        <span className={styles.name}>
          <EditableText label={startText.computerLabel} value={name} placeholder={startText.computerPlaceholder} maxLength={Math.min(80, titleLimit)} onCommit={onName} />
        </span>
      </p>
      <p className={styles.hint}>{startText.computerHint}</p>
    </footer>
  )
}
