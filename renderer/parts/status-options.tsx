import { statuses, type Status } from '../../shared/model/status.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import type { SelectOption } from '../ui/Select.tsx'
import { StatusIcon } from './StatusIcon.tsx'
import { statusTone } from './status-tone.ts'

/** The seven statuses to choose from, with their signs. */
export const statusOptions: readonly SelectOption<Status>[] = statuses.map((status) => ({ value: status, label: statusLabel[status], icon: <StatusIcon status={status} className={statusTone(status)} /> }))
