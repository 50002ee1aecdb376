import { useMemo, type ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './Changes.module.css'
import { historyOf, usePast } from './history-store.ts'

/** What the moment is compared with; one that was picked in the list is an option of its own. */
export function AgainstSelect({ name }: { readonly name: string | null }): ReactNode {
  const history = historyOf(useSession())
  const against = usePast((state) => state.against)
  const value = typeof against === 'string' ? against : 'picked'
  const options = useMemo(
    () => [
      { value: 'before', label: pastText.against.before },
      { value: 'now', label: pastText.against.now },
      ...(value === 'picked' && name !== null ? [{ value: 'picked', label: name }] : []),
    ],
    [value, name],
  )
  const choose = (next: string): void => {
    if (next === 'before' || next === 'now') history.setState({ against: next })
  }
  return (
    <div className={styles.against}>
      <span aria-hidden="true">{pastText.compared}</span>
      <Select label={pastText.compared} hideLabel value={value} options={options} onChange={choose} />
    </div>
  )
}
