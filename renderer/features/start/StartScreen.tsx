import { TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { RecentFile } from '../../../shared/bridge/recent.ts'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { startText } from '../../text/start.ts'
import { classes } from '../../ui/classes.ts'
import { BoardSketch } from './BoardSketch.tsx'
import { ComputerName } from './ComputerName.tsx'
import { NewPlanDialog } from './NewPlanDialog.tsx'
import { PlanList } from './PlanList.tsx'
import { RemovedPlans, type RemovedPlansProps } from './RemovedPlans.tsx'
import { RecentFiles } from './RecentFiles.tsx'
import { RemovePlanDialog } from './RemovePlanDialog.tsx'
import { SampleCard } from './SampleCard.tsx'
import { StartChoices } from './StartChoices.tsx'
import styles from './StartScreen.module.css'
import { usePastedPage } from './use-pasted-page.ts'
import { likelyYearStart } from './year-start.ts'

export interface StartScreenProps {
  /** The most recently opened first. */
  readonly plans: readonly PlanEntry[]
  /** The files used last. */
  readonly recent: readonly RecentFile[]
  /** By this computer's calendar, `2018-12-06`. */
  readonly today: string
  readonly computerName: string
  /** False where the browser may clear away what it holds. */
  readonly isKept?: boolean
  /** Why something could not be opened, in a sentence. */
  readonly problem?: string | undefined
  /** What happened to the list, in a sentence. */
  readonly notice?: string | undefined
  readonly onOpen: (id: PlanId) => void
  readonly onNew: (plan: { readonly title: string; readonly startsOn: string }) => void
  readonly onOpenFile: () => void
  readonly onOpenRecent: (token: string) => void
  readonly onForgetRecent: (token: string | null) => void
  /** Null where no folder can be opened. */
  readonly onOpenSharedFolder: (() => void) | null
  readonly onJoinThroughServer: () => void
  /** Null: there is no text yet, it is to be pasted. */
  readonly onReadPage: (text: string | null) => void
  readonly onSample: () => void
  readonly onRemove: (id: PlanId) => void
  /** Plans that were removed, and can be brought back. */
  readonly removed: RemovedPlansProps['plans']
  readonly onBringBack: RemovedPlansProps['onBringBack']
  readonly onForget: RemovedPlansProps['onForget']
  readonly onNameComputer: (name: string) => void
}

type Asking = { readonly kind: 'new' } | { readonly kind: 'remove'; readonly plan: PlanEntry } | null

/** Where one begins: the plans on this computer, and the ways to get another one. */
export function StartScreen(props: StartScreenProps): ReactNode {
  const { plans, recent, today, computerName, isKept = true, problem, notice, onOpen, onOpenFile, onReadPage, onSample, removed, onBringBack, onForget, onNameComputer } = props
  const [asking, setAsking] = useState<Asking>(null)
  usePastedPage({ isOff: asking !== null, onPaste: onReadPage })
  const own = plans.filter((plan) => !plan.isSample)
  const sample = plans.find((plan) => plan.isSample) ?? null
  const isFirst = own.length === 0
  const files = recent.length > 0 && <RecentFiles files={recent} today={today} onOpen={props.onOpenRecent} onForget={props.onForgetRecent} />
  return (
    <main className={styles.screen} tabIndex={-1} aria-label={startText.product}>
      <div className={classes(styles.page, isFirst && styles.first)}>
        <Intro isFirst={isFirst} />
        {problem !== undefined && problem !== '' && (
          <p role="alert" className={styles.problem}>
            <TriangleAlert aria-hidden="true" />
            {problem}
          </p>
        )}
        {notice !== undefined && (
          <p role="status" className={styles.notice} data-mended="plans">
            {notice}
          </p>
        )}
        <div className={styles.columns}>
          {!isFirst && (
            <div className={styles.own}>
              <PlanList plans={own} today={today} onOpen={onOpen} onRemove={(plan) => setAsking({ kind: 'remove', plan })} />
              {files}
            </div>
          )}
          <StartChoices isWide={isFirst} onNew={() => setAsking({ kind: 'new' })} onReadPage={() => onReadPage(null)} onOpenFile={onOpenFile} onOpenSharedFolder={props.onOpenSharedFolder} onJoinThroughServer={props.onJoinThroughServer} />
          <SampleCard sample={sample} onOpen={sample === null ? onSample : () => onOpen(sample.id)} onRemove={sample === null ? null : () => setAsking({ kind: 'remove', plan: sample })} />
          {isFirst && files}
        </div>
        <RemovedPlans plans={removed} onBringBack={onBringBack} onForget={onForget} />
        {!isKept && !isFirst && <p className={styles.unkept}>{startText.unkept}</p>}
        <ComputerName name={computerName} onName={onNameComputer} />
      </div>
      <Asked {...props} asking={asking} last={own[0]?.startsOn ?? null} onClose={() => setAsking(null)} />
    </main>
  )
}

function Intro({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  return (
    <header className={styles.intro}>
      <div className={styles.words}>
        <p className={styles.product}>{startText.product}</p>
        <h1 className={styles.headline} id="start-title">
          {isFirst ? startText.headline : startText.plans}
        </h1>
        {isFirst && (
          <p className={styles.text}>
            {startText.intro} {startText.introLocal}
          </p>
        )}
      </div>
      {isFirst && <BoardSketch />}
    </header>
  )
}

function Asked({ asking, last, today, onClose, onNew, onOpen, onRemove }: StartScreenProps & { readonly asking: Asking; readonly last: string | null; readonly onClose: () => void }): ReactNode {
  if (asking === null) return null
  switch (asking.kind) {
    case 'new':
      return <NewPlanDialog startsOn={likelyYearStart({ today, last })} today={today} onClose={onClose} onCreate={onNew} />
    case 'remove':
      return <RemovePlanDialog plan={asking.plan} onClose={onClose} onOpen={onOpen} onRemove={onRemove} />
  }
}
