import type { ReactNode } from 'react'
import { mergesText } from '../../text/merges.ts'
import { Exchanged } from './Exchanged.tsx'
import styles from './ExchangeScreen.module.css'
import { useLookTab } from './LookHead.tsx'
import { useMerges } from './merges-store.ts'
import { Others } from './Others.tsx'
import { TakeBackDialog } from './TakeBackDialog.tsx'
import { ToReview } from './ToReview.tsx'

/** How the exchange with others stands: what waits to be looked at, what came and went, and what of it can be taken back. */
export function ExchangeScreen(): ReactNode {
  const takingBack = useMerges((state) => state.takingBack)
  const { shown, hasTabs } = useLookTab()
  return (
    <main className={styles.screen} aria-label={mergesText.label} tabIndex={-1}>
      <div className={styles.body}>
        {shown === 'others' ? <Others /> : <ToReview hasTabs={hasTabs} />}
        <Exchanged />
      </div>
      {takingBack !== null && <TakeBackDialog key={takingBack} id={takingBack} />}
    </main>
  )
}
