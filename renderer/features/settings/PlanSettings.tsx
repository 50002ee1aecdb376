import type { ReactNode } from 'react'
import { usePlan, useSession, useUi } from '../../state/session.tsx'
import { settingsText } from '../../text/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './PlanSettings.module.css'
import { StatusWords } from './StatusWords.tsx'
import { TaskLinks } from './TaskLinks.tsx'

/** What belongs to the plan, and neither to a goal of it nor to this computer. The app mounts it once. */
export function PlanSettings(): ReactNode {
  const { ui } = useSession()
  const isOpen = useUi(({ overlay }) => overlay?.kind === 'planSettings')
  const plan = usePlan((state) => state.view.plan)
  if (!isOpen || plan === null) return null
  const close = (): void => ui.getState().close()
  return (
    <Dialog
      open
      size="medium"
      title={settingsText.title}
      description={settingsText.of(plan.title)}
      onOpenChange={close}
      footer={
        <Button variant="primary" onClick={close}>
          {settingsText.done}
        </Button>
      }
    >
      <div className={styles.sections}>
        <TaskLinks plan={plan} />
        <StatusWords plan={plan} />
      </div>
    </Dialog>
  )
}
