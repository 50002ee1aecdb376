import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import { tooltipHandle } from './tooltip-handle.ts'
import styles from './TooltipLayer.module.css'

/** Where the app's one tooltip is drawn. */
export function TooltipLayer({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider delay={500} closeDelay={0}>
      {children}
      <Base.Root handle={tooltipHandle} disableHoverablePopup={false}>
        {({ payload }) => (
          <Base.Portal>
            <Base.Positioner className={styles.positioner} sideOffset={6} collisionPadding={8}>
              <Base.Popup className={styles.popup}>
                {payload?.text}
                {payload?.keys !== undefined && <Kbd keys={payload.keys} plain className={styles.keys} />}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        )}
      </Base.Root>
    </Base.Provider>
  )
}
