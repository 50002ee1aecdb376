import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { useWantedFocus } from '../../ui/use-wanted-focus.ts'
import { checkInOfPlan, useCheckIn } from './checkin-store.ts'
import { keysBeside, paneKeys, type PaneKeys } from './pane-keys.ts'
import styles from './Pane.module.css'

export interface PaneFrameProps {
  /** What its keys are like, for who tells of them. */
  readonly kind: 'goal' | 'several' | 'summary'
  readonly place?: ReactNode
  readonly title: ReactNode
  readonly keys: PaneKeys
  readonly children: ReactNode
}

/** What is asked about, under its title. It has the focus itself, so that digits choose and letters begin the note. */
export function PaneFrame({ kind, place, title, keys, children }: PaneFrameProps): ReactNode {
  const session = useSession()
  const element = useRef<HTMLElement>(null)
  const isWanted = useCheckIn((state) => state.wantsFocus)
  const heading = useId()
  useWantedFocus({ element, isWanted, onTaken: () => checkInOfPlan(session).setState({ wantsFocus: false }) })
  const onKeyBeside = useEffectEvent((event: KeyboardEvent) => {
    if (element.current !== null) keysBeside({ session, pane: element.current, ...keys })(event)
  })
  useEffect(() => {
    const screen = element.current?.closest('main')
    const listen = (event: KeyboardEvent): void => onKeyBeside(event)
    screen?.addEventListener('keydown', listen)
    return () => screen?.removeEventListener('keydown', listen)
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of everything in it come through here
    <section ref={element} className={styles.pane} aria-labelledby={heading} tabIndex={-1} data-checkin-pane={kind} onKeyDown={paneKeys({ session, ...keys })}>
      {place}
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  )
}
