import type { ReactNode } from 'react'
import { LookButton } from '../../parts/LookButton.tsx'
import { placeName } from '../../parts/place-name.ts'
import { shareWords } from '../../parts/share-words.ts'
import { ShareSign } from '../../parts/ShareSign.tsx'
import { useCopy } from '../../parts/use-copy.ts'
import { useSession, useShare } from '../../state/session.tsx'
import type { OpenShare } from '../../state/share-store.ts'
import { isolated } from '../../text/isolated.ts'
import { shareText } from '../../text/share.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { HeldAtCard } from './HeldAtCard.tsx'
import { HeldBackCards } from './HeldBackCards.tsx'
import { Members } from './Members.tsx'
import { ShareChoices, type ShareChoicesProps } from './ShareChoices.tsx'
import styles from './ShareSide.module.css'
import { UnreadItems } from './UnreadItems.tsx'

export interface ShareSideProps extends ShareChoicesProps {
  readonly onLeave: () => void
}

/** How the exchange of the plan stands; where it isn't shared, the ways to share it. */
export function ShareSide({ onLeave, ...choices }: ShareSideProps): ReactNode {
  const share = useShare((state) => state.share)
  return share === null ? <ShareChoices {...choices} /> : <Shared share={share} onLeave={onLeave} onConnectAgain={choices.onServer} />
}

interface SharedProps {
  readonly share: OpenShare
  readonly onLeave: () => void
  readonly onConnectAgain: () => void
}

function Shared({ share, onLeave, onConnectAgain }: SharedProps): ReactNode {
  const { share: store, today } = useSession()
  const state = useShare((all) => all.state)
  const { long, hint, tone, action } = shareWords({ share, state, today: today() })
  const needsSignIn = share.kind === 'server' && state.standing.kind === 'out' && (state.standing.reason === 'refused' || state.standing.reason === 'signIn')
  return (
    <section className={styles.share} aria-labelledby="share-state">
      <h2 id="share-state" className={styles.heading}>
        {shareText.through[share.kind]}
      </h2>
      <p className={styles.place}>{isolated(placeName(share))}</p>
      <p className={classes(styles.state, styles[tone])}>
        <ShareSign kind={share.kind} tone={tone} />
        <span>{long}</span>
      </p>
      {hint !== '' && <p className={styles.hint}>{hint}</p>}
      <div className={styles.buttons}>
        {needsSignIn && (
          <Button size="small" onClick={onConnectAgain}>
            {shareText.connectAgain}
          </Button>
        )}
        {action === 'allow' && (
          <Button size="small" onClick={() => store.getState().allowAgain()}>
            {shareText.allow}
          </Button>
        )}
        {(action === 'retry' || action === null) && <LookButton isRetry={action === 'retry'} />}
        {share.kind === 'server' && !needsSignIn && <CopyAddress address={share.address} />}
        <Button size="small" variant="quiet" onClick={onLeave}>
          {shareText.leave}
        </Button>
      </div>
      <HeldAtCard heldAt={state.heldAt} />
      <HeldBackCards heldBack={state.heldBack} onAccept={(replica) => store.getState().accept(replica)} />
      <Members kind={share.kind} members={state.members} present={state.present ?? []} isKnown={state.standing.kind !== 'starting' && state.standing.kind !== 'out'} />
      <UnreadItems unread={state.unread} />
    </section>
  )
}

function CopyAddress({ address }: { readonly address: string }): ReactNode {
  const copy = useCopy({ id: 'address-copied', copied: shareText.copied, notCopied: shareText.notCopied })
  return (
    <Button size="small" title={address} onClick={() => copy(address)}>
      {shareText.copyAddress}
    </Button>
  )
}
