import { productRelease } from '../../shared/bridge/product.ts'
import { planFileName } from '../../shared/file/file-name.ts'
import { writePlanInSteps } from '../../shared/file/write-plan-file.ts'
import type { Host } from '../host/host.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import type { AppStore } from './app-store.ts'
import { fileStem } from './file-stem.ts'
import { localMinute } from './local-time.ts'
import { saveLeaving } from './save-leaving.ts'

/** Writes the open plan to a file of the person's choice; what is on the screen, saved to disk or not. Its name, or null. */
export async function exportPlan({ session, host, store }: { readonly session: Session; readonly host: Host; readonly store: AppStore }): Promise<string | null> {
  const { view, computer, beginExport } = session.plan.getState()
  const suggestedName = planFileName({ parts: fileStem(view), at: localMinute() })
  const leaving = beginExport(suggestedName)
  let text = ''
  try {
    text = await stepsDone(writePlanInSteps({ set: leaving.set, by: computer, at: new Date().toISOString(), app: productRelease }))
  } catch (error) {
    leaving.givenUp() // nothing can have left
    throw error
  }
  return saveLeaving({ host, store, leaving, file: { kind: 'plan', suggestedName, text } })
}
