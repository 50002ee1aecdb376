import { useId, useRef, type ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { useWantedFocus } from '../../ui/use-wanted-focus.ts'
import { checkInOfPlan, useCheckIn } from './checkin-store.ts'
import { paneKeys, type PaneKeys } from './pane-keys.ts'
import styles from './Pane.module.css'

export interface PaneFrameProps {
  readonly place?: ReactNode
  readonly title: ReactNode
  readonly keys: PaneKeys
  readonly children: ReactNode
}

/** What is asked about, under its title. It has the focus itself, so that digits choose and letters begin the note. */
export function PaneFrame({ place, title, keys, children }: PaneFrameProps): ReactNode {
  const session = useSession()
  const element = useRef<HTMLElement>(null)
  const isWanted = useCheckIn((state) => state.wantsFocus)
  const heading = useId()
  useWantedFocus({ element, isWanted, onTaken: () => checkInOfPlan(session).setState({ wantsFocus: false }) })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of everything in it come through here
    <section ref={element} className={styles.pane} aria-labelledby={heading} tabIndex={-1} data-checkin-pane onKeyDown={paneKeys({ session, ...keys })}>
      {place}
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  )
}
