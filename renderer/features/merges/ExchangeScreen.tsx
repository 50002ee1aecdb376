import type { ReactNode } from 'react'
import { mergesText } from '../../text/merges.ts'
import { Exchanged } from './Exchanged.tsx'
import styles from './ExchangeScreen.module.css'
import { useMerges } from './merges-store.ts'
import { Others } from './Others.tsx'
import { ShareSide, type ShareSideProps } from './ShareSide.tsx'
import { TakeBackDialog } from './TakeBackDialog.tsx'
import { ToReview } from './ToReview.tsx'
import { useLookTab } from './use-look-tab.ts'

/** How the exchange with others stands: what is to be looked at, how the share goes, what came and went, and what of it can be taken back. */
export function ExchangeScreen(props: ShareSideProps): ReactNode {
  const takingBack = useMerges((state) => state.takingBack)
  const { shown, hasTabs } = useLookTab()
  return (
    <main className={styles.screen} aria-label={mergesText.label} tabIndex={-1}>
      <div className={styles.body}>
        {shown === 'others' ? <Others /> : <ToReview hasTabs={hasTabs} />}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys, and may have no button in it */}
        <div className={styles.beside} tabIndex={0} role="region" aria-label={mergesText.beside}>
          <ShareSide {...props} />
          <Exchanged />
        </div>
      </div>
      {takingBack !== null && <TakeBackDialog key={takingBack} id={takingBack} />}
    </main>
  )
}
