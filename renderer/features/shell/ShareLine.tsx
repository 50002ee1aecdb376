import { useEffect, useRef, type ReactNode } from 'react'
import { LookButton } from '../../parts/LookButton.tsx'
import { shareWords } from '../../parts/share-words.ts'
import { ShareSign } from '../../parts/ShareSign.tsx'
import { useSession, useShare } from '../../state/session.tsx'
import type { OpenShare } from '../../state/share-store.ts'
import { shareText } from '../../text/share.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { HereNow } from './HereNow.tsx'
import styles from './ShareLine.module.css'

/** How the exchange of a shared plan stands: a fact beside that everything is saved here, and no alarm. */
export function ShareLine(): ReactNode {
  const share = useShare((state) => state.share)
  return share === null ? null : <Line share={share} />
}

function Line({ share }: { readonly share: OpenShare }): ReactNode {
  const { ui, share: store, today } = useSession()
  const state = useShare((all) => all.state)
  const { line, brief, hint, tone, action } = shareWords({ share, state, today: today() })
  const stateButton = useRef<HTMLButtonElement>(null)
  const actButton = useRef<HTMLSpanElement>(null)
  // before it is drawn: a button that goes while it has the focus gives it to the line it belongs to
  useEffect(
    () =>
      store.subscribe((now) => {
        const isSame = now.share !== null && shareWords({ share: now.share, state: now.state, today: today() }).action === action
        if (!isSame && actButton.current?.contains(document.activeElement) === true) stateButton.current?.focus()
      }),
    [store, action, today],
  )
  useReachVoice(share.kind, state.standing.kind === 'out' ? state.standing.reason : null)
  return (
    <span className={styles.share} data-share={state.standing.kind}>
      <button ref={stateButton} type="button" className={classes(styles.state, styles[tone])} title={`${line}${hint === '' ? '' : `. ${hint}`}`} onClick={() => ui.getState().show('exchange')}>
        <ShareSign kind={share.kind} tone={tone} />
        <span className={styles.words}>{line}</span>
        <span className={styles.brief} aria-hidden="true">
          {brief}
        </span>
      </button>
      <span ref={actButton} className={styles.acts}>
        {action === 'allow' && (
          <Button size="small" variant="quiet" className={styles.act} onClick={() => store.getState().allowAgain()}>
            {shareText.allow}
          </Button>
        )}
        {action === 'retry' && <LookButton isRetry variant="quiet" className={styles.act} />}
      </span>
      <HereNow />
    </span>
  )
}

/** Said once when the place can't be reached, and when it can again. */
function useReachVoice(kind: OpenShare['kind'], reason: keyof typeof shareText.voice.out.folder | null): void {
  const announce = useAnnounce()
  const said = useRef(reason)
  useEffect(() => {
    if (said.current === reason) return
    said.current = reason
    announce(reason === null ? shareText.voice.back[kind] : shareText.voice.out[kind][reason])
  }, [reason, kind, announce])
}
