import { emptyChangeSet } from '../../shared/changes/fold.ts'
import { adoptInSteps } from '../../shared/file/adopt-file.ts'
import { copyPlan } from '../../shared/file/copy-plan.ts'
import type { PlanFile } from '../../shared/file/read-plan-file.ts'
import { hasKind } from '../../shared/model/ids.ts'
import { titleLimit } from '../../shared/model/record-spec.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { stepsDone } from '../state/run-steps.ts'
import { appText } from '../text/app.ts'
import { makeId } from './make-id.ts'
import type { PlanDesk } from './plan-desk.ts'

interface OpenCopy {
  readonly desk: PlanDesk
  /** As it was read, and not as it would be merged: that is only what is news. */
  readonly file: PlanFile
  readonly fileName: string
  /** Milliseconds since 1970, by this computer's clock. */
  readonly now: number
  /** Told the title it got. */
  readonly onOpened: (title: string) => void
  /** Told of a file that holds too little to be a plan. */
  readonly onPart: () => void
}

/** Opens a file as a plan of its own, with new ids throughout. */
export async function openCopy({ desk, file, fileName, now, onOpened, onPart }: OpenCopy): Promise<void> {
  const whole = await stepsDone(adoptInSteps({ file, name: fileName, mine: emptyChangeSet(), now }))
  const { set, ids } = copyPlan({ set: whole, makeId })
  const planId = ids.get(file.planId) ?? null
  if (!hasKind(planId, 'plan')) return onPart()
  const title = appText.copyOf(statedPlan(set, planId).title).slice(0, titleLimit).toWellFormed()
  const opening = await desk.open({ id: planId, fill: ({ plan }) => plan.getState().takeIn({ name: { action: 'planCreated', subject: title }, theirs: set, edits: [{ on: planId, set: { title } }] }) })
  if (opening === 'new') onOpened(title)
}
