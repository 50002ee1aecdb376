import type { ReactNode } from 'react'
import { presentNames } from '../../parts/present-names.ts'
import { useSession, useShare } from '../../state/session.tsx'
import { shareText } from '../../text/share.ts'
import { Initials } from '../../ui/Initials.tsx'
import styles from './ShareLine.module.css'

const shown = 3

/** Who else has the plan open just now, where that can be told. */
export function HereNow(): ReactNode {
  const { ui } = useSession()
  const present = useShare((all) => all.state.present)
  const names = presentNames(present ?? [])
  if (names.length === 0) return null
  return (
    <button type="button" className={styles.here} title={shareText.hereTitle(names)} onClick={() => ui.getState().show('exchange')}>
      <span className={styles.faces} aria-hidden="true">
        {names.slice(0, shown).map((name, index) => (
          <Initials key={`${index} ${name}`} name={name} />
        ))}
      </span>
      <span className={styles.names}>{shareText.here(names)}</span>
    </button>
  )
}
