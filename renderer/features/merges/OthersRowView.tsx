import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { msOf } from '../../../shared/changes/stamp.ts'
import { hasKind } from '../../../shared/model/ids.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { computerName } from '../../parts/computer-name.ts'
import { OthersLines } from '../../parts/OthersLines.tsx'
import { goneWords } from '../../parts/gone-words.ts'
import { recordWords } from '../../parts/record-words.ts'
import { useSession } from '../../state/session.tsx'
import { shortMoment } from '../../text/backups.ts'
import { othersText } from '../../text/others.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './OthersList.module.css'
import type { OthersRow } from './others-row.ts'

export interface OthersRowViewProps {
  readonly row: OthersRow
  readonly view: PlanView
  readonly isTabbable: boolean
  readonly onOpen: () => void
  readonly onLook: () => void
}

/** One goal, or another part of the plan: what others changed of it, who, and when. */
export function OthersRowView({ row: { group, isSeen }, view, isTabbable, onOpen, onLook }: OthersRowViewProps): ReactNode {
  const { today } = useSession()
  const { about, at, by, changes } = group
  const { number, title, hint: what } = recordWords(view, about)
  const hint = [what, goneWords(view, group)].filter((part) => part !== '').join(', ')
  const names = by.map((replica) => computerName(view, replica))
  const tab = isTabbable ? 0 : -1
  return (
    <article className={classes(styles.row, isSeen && styles.seen)}>
      {isSeen ? <Check className={styles.check} aria-hidden="true" /> : <span className={styles.dot} aria-hidden="true" />}
      <span className={styles.number}>{number}</span>
      <button type="button" tabIndex={tab} data-main className={styles.open} aria-label={isSeen ? othersText.seenTitle([title, hint].filter((part) => part !== '').join(' ')) : undefined} onClick={onOpen} aria-keyshortcuts={hasKind(about, 'goal') ? 'O' : 'S'}>
        {title}
        {hint !== '' && <span className={styles.hint}> {hint}</span>}
      </button>
      <span className={styles.who}>{othersText.by(names, shortMoment(msOf(at), today()))}</span>
      {isSeen ? <span className={styles.done} aria-hidden="true">{othersText.seen}</span> : <IconButton size="small" label={othersText.look(title)} keys="S" tabIndex={tab} icon={<Check />} onClick={onLook} />}
      <div className={styles.lines}>
        <OthersLines about={about} changes={changes} view={view} />
      </div>
    </article>
  )
}
