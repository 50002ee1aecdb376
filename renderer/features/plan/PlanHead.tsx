import { Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { Plan } from '../../../shared/model/plan.ts'
import { textLimit, titleLimit } from '../../../shared/model/record-spec.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { usePlan, useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { settingsText } from '../../text/settings.ts'
import { EditableText } from '../../ui/EditableText.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './PlanHead.module.css'
import { RowProgress } from './RowProgress.tsx'
import { YearButton } from './YearButton.tsx'

/** What the plan is called, when its year begins, what it is for, and how far it is. */
export function PlanHead(): ReactNode {
  const { plan: store, ui } = useSession()
  const plan = usePlan((state) => state.view.plan)
  if (plan === null) return null
  const edit = (set: Partial<Pick<Plan, 'title' | 'summary'>>, begun: typeof set): void => {
    const { view, act } = store.getState()
    act({ action: 'planEdited', subject: plan.title }, editFields({ view, on: plan.id, set }), [{ on: plan.id, set: begun }])
  }
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <div className={styles.names}>
          <h2 className={styles.title}>
            <EditableText label={planText.title} value={plan.title} placeholder={planText.untitled} required maxLength={titleLimit} onCommit={(title, started) => edit({ title }, { title: started })} />
          </h2>
          <YearButton plan={plan} />
          <IconButton size="small" label={settingsText.open} icon={<Settings2 />} onClick={() => ui.getState().open({ kind: 'planSettings' })} />
        </div>
        <RowProgress of="root" size="medium" />
      </div>
      <EditableText className={styles.summary} label={planText.summary} value={plan.summary} placeholder={planText.summaryPlaceholder} multiline maxLength={textLimit} onCommit={(summary, started) => edit({ summary }, { summary: started })}>
        <Markdown text={plan.summary} />
      </EditableText>
    </header>
  )
}
