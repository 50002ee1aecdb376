import type { ReactNode } from 'react'
import { isStatus } from '../../../shared/model/status.ts'
import type { Choice, Proposal } from '../../../shared/wiki/to-plan/proposal.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { formatFullDate } from '../../text/dates.ts'
import { pageText } from '../../text/exchange.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import styles from './ProposalCard.module.css'

/** A choice as its button says it. */
export function choiceWords(kind: Proposal['kind'], choice: Choice): ReactNode {
  const { id, label } = choice
  switch (kind) {
    case 'status':
      return isStatus(id) ? (
        <span className={classes(styles.status, statusTone(id))}>
          <StatusIcon status={id} />
          {statusLabel[id]}
        </span>
      ) : (
        label
      )
    case 'reason':
      return id === 'words' ? label : pageText.noReason
    case 'scaffold':
      return id === 'missing' ? pageText.scaffold.missing(formatFullDate(label)) : pageText.scaffold.note
    case 'split':
      return id === 'each' ? pageText.split.each(label) : pageText.split.one
    case 'output':
      return pageText.output(label)
    case 'carry':
      return id === 'carried' ? pageText.carry.carried : pageText.carry.separate
    case 'title':
      return label
    default:
      return kind satisfies never
  }
}
