import { Compass, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { startText } from '../../text/start.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './SampleCard.module.css'

export interface SampleCardProps {
  /** The sample as it is on this computer; null until somebody has opened it. */
  readonly sample: PlanEntry | null
  readonly onOpen: () => void
  readonly onRemove: (() => void) | null
}

/** The sample plan, apart from people's own and marked as what it is. */
export function SampleCard({ sample, onOpen, onRemove }: SampleCardProps): ReactNode {
  const title = sample === null || sample.title === '' ? startText.sampleTitle : sample.title
  return (
    <section className={styles.card} aria-label={startText.samples}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <Compass aria-hidden="true" className={styles.icon} />
        <span className={styles.words}>
          <span className={styles.title}>
            {title}
            <Tag>{startText.sample}</Tag>
          </span>
          <span className={styles.hint}>{startText.sampleHint}</span>
        </span>
      </button>
      {onRemove !== null && <IconButton size="small" className={styles.remove} label={startText.remove} icon={<Trash2 />} onClick={onRemove} />}
    </section>
  )
}
