import { X } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { RecentFile } from '../../../shared/bridge/recent.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { isolated } from '../../text/isolated.ts'
import { openedText, startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './RecentFiles.module.css'

export interface RecentFilesProps {
  readonly files: readonly RecentFile[]
  readonly today: string
  readonly onOpen: (token: string) => void
  /** Null: all of them. */
  readonly onForget: (token: string | null) => void
}

/** The files used last, the latest first. One Tab stop; arrow keys walk, Enter opens, Delete removes one from the list. */
export function RecentFiles({ files, today, onOpen, onForget }: RecentFilesProps): ReactNode {
  const [active, setActive] = useState<string | null>(null)
  const tabbable = files.some(({ token }) => token === active) ? active : (files[0]?.token ?? null)
  return (
    <section aria-labelledby="recent-title" className={styles.section}>
      <header className={styles.head}>
        <h2 id="recent-title" className={styles.title}>
          {startText.recent}
        </h2>
        <Button variant="quiet" size="small" onClick={() => onForget(null)}>
          {startText.clearRecent}
        </Button>
      </header>
      <ul className={styles.list} data-walk="">
        {files.map((file) => (
          <RecentLine key={file.token} file={file} today={today} isTabbable={file.token === tabbable} onFocus={() => setActive(file.token)} onOpen={() => onOpen(file.token)} onForget={() => onForget(file.token)} />
        ))}
      </ul>
    </section>
  )
}

interface RecentLineProps {
  readonly file: RecentFile
  readonly today: string
  readonly isTabbable: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onForget: () => void
}

function RecentLine({ file, today, isTabbable, onFocus, onOpen, onForget }: RecentLineProps): ReactNode {
  const tabIndex = isTabbable ? 0 : -1
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Delete') return walkRows(event)
    event.preventDefault()
    const neighbour = event.currentTarget.closest('li')?.nextElementSibling ?? event.currentTarget.closest('li')?.previousElementSibling
    neighbour?.querySelector<HTMLElement>('[data-opens]')?.focus()
    onForget()
  }
  return (
    <li className={styles.line}>
      <button type="button" data-opens="" tabIndex={tabIndex} className={styles.open} onFocus={onFocus} onClick={onOpen} onKeyDown={onKeyDown}>
        <span className={styles.name}>{isolated(file.name)}</span>
        <span className={styles.facts}>
          {file.folder !== '' && <span className={styles.folder}>{startText.inFolder(file.folder)}</span>}
          <span>{startText.used(openedText({ openedAt: file.at, today }))}</span>
          {file.isMissing && <Tag>{startText.missing}</Tag>}
        </span>
      </button>
      <IconButton size="small" tabIndex={tabIndex} label={startText.forgetRecent(file.name)} keys="Delete" icon={<X />} className={styles.forget} onClick={onForget} />
    </li>
  )
}
