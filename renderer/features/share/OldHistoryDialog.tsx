import { useState, type ReactNode } from 'react'
import type { AskedComputer, FoldPreview } from '../../../shared/share/old-history/fold-preview.ts'
import { nameOrId } from '../../parts/computer-name.ts'
import { oldHistoryText as text } from '../../text/old-history.ts'
import { isolated } from '../../text/isolated.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import styles from './ShareDialogs.module.css'
import { useOldHistoryPreview, type PreviewOf } from './use-old-history-preview.ts'

export interface OldHistoryDialogProps {
  readonly preview: PreviewOf
  readonly isShared: boolean
  /** @param gone the computers of which the person said that they are gone for good */
  readonly onFold: (gone: ReadonlySet<string>) => void
  readonly onClose: () => void
}

/** Says what would go, what can't be seen any more then, and which computers it waits for, before old history is folded away. */
export function OldHistoryDialog({ preview: previewOf, isShared, onFold, onClose }: OldHistoryDialogProps): ReactNode {
  const [gone, setGone] = useState<ReadonlyMap<string, AskedComputer>>(new Map())
  const state = useOldHistoryPreview(previewOf, gone)
  const preview = state === 'reading' || state === 'unreadable' ? null : state
  const mark = (computer: AskedComputer, isGone: boolean): void => setGone(new Map(isGone ? [...gone, [computer.replica, computer]] : [...gone].filter(([replica]) => replica !== computer.replica)))
  return (
    <ConfirmDialog
      title={text.title}
      description={preview === null ? text.reading : text.description(preview.day)}
      cancel={text.cancel}
      confirm={text.confirm}
      isDisabled={preview === null || preview.changes.length === 0}
      onConfirm={() => onFold(new Set(gone.keys()))}
      onClose={onClose}
    >
      <div className={styles.fields}>
        {state === 'unreadable' && <p role="alert">{text.unreadable}</p>}
        {preview !== null && <Effect preview={preview} />}
        {preview !== null && <Computers asked={[...gone.values(), ...preview.asked]} gone={gone} isShared={isShared} onMark={mark} />}
      </div>
    </ConfirmDialog>
  )
}

function Effect({ preview: { changes, day } }: { readonly preview: FoldPreview }): ReactNode {
  if (changes.length === 0) return <p>{text.nothing(day)}</p>
  return (
    <>
      <p>{text.goes(changes.length, day)}</p>
      <p>{text.lost(day)}</p>
      <p>{text.before}</p>
    </>
  )
}

/** What of the old history it has seen. */
function standing({ keeps }: AskedComputer, isShared: boolean): string {
  return keeps === null ? text.silent(isShared) : keeps === 0 ? text.hasAll : text.keeps(keeps)
}

interface ComputersProps {
  readonly asked: readonly AskedComputer[]
  readonly gone: ReadonlyMap<string, AskedComputer>
  readonly isShared: boolean
  readonly onMark: (computer: AskedComputer, isGone: boolean) => void
}

function Computers({ asked, gone, isShared, onMark }: ComputersProps): ReactNode {
  return (
    <section aria-label={text.asked}>
      <p className={styles.label}>{text.asked}</p>
      {asked.length === 0 && <p>{text.nobody}</p>}
      <ul className={styles.steps}>
        {asked.map((computer) => (
          <li key={computer.replica}>
            <p className={styles.what}>{isolated(nameOrId(computer))}</p>
            <p className={styles.why}>{[text.seen(computer.seen), ...(gone.has(computer.replica) ? [] : [standing(computer, isShared)])].join(' · ')}</p>
            {computer.keeps !== 0 && <Checkbox label={text.gone} checked={gone.has(computer.replica)} onChange={(isGone) => onMark(computer, isGone)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
