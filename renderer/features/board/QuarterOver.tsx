import type { ReactNode } from 'react'
import { isQuarter, type Quarter } from '../../../shared/model/year.ts'
import { useGoalsOver } from '../../parts/use-goals-over.ts'
import { useBoard, useSession } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { turnText } from '../../text/turn.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './QuarterOver.module.css'

/** Says of a quarter that is over what is left of it, and leads to where that is decided. */
export function QuarterOver(): ReactNode {
  const scope = useBoard((state) => state.query.scope)
  return isQuarter(scope) ? <Over quarter={scope} /> : null
}

function Over({ quarter }: { readonly quarter: Quarter }): ReactNode {
  const { ui } = useSession()
  const over = useGoalsOver(quarter)
  if (over === 0) return null
  return (
    <div className={styles.over}>
      <p>{turnText.over(quarterLabel(quarter), over)}.</p>
      <Button size="small" keys="G Q" onClick={() => ui.getState().goTo('turn')}>
        {turnText.entry(quarterLabel(quarter))}
      </Button>
    </div>
  )
}
