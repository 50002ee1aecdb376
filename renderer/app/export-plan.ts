import type { SavedFile } from '../../shared/bridge/files.ts'
import { product } from '../../shared/bridge/product.ts'
import { planFileName } from '../../shared/file/file-name.ts'
import { writePlanInSteps } from '../../shared/file/write-plan-file.ts'
import type { Host } from '../host/host.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import type { AppStore } from './app-store.ts'
import { fileStem } from './file-stem.ts'
import { localMinute } from './local-time.ts'

/** Writes the open plan to a file of the person's choice; what is on the screen, saved to disk or not. Its name, or null. */
export async function exportPlan({ session, host, store }: { readonly session: Session; readonly host: Host; readonly store: AppStore }): Promise<string | null> {
  const { view, computer, beginExport } = session.plan.getState()
  const suggestedName = planFileName({ parts: fileStem(view), at: localMinute() })
  const leaving = beginExport(suggestedName)
  let text = ''
  try {
    text = await stepsDone(writePlanInSteps({ set: leaving.set, by: computer, at: new Date().toISOString(), app: `${product.name} ${product.version}` }))
  } catch (error) {
    leaving.givenUp() // nothing can have left
    throw error
  }
  const problem = (name: string, reason: keyof typeof appText.exportReasons): null => {
    store.setState({ overlay: { kind: 'problem', title: appText.exportFailed(name), text: appText.exportReasons[reason] } })
    return null
  }
  let saved: SavedFile | null
  try {
    saved = await host.saveFile({ kind: 'plan', suggestedName, text })
  } catch {
    leaving.lost()
    return problem(suggestedName, 'unknown')
  }
  if (saved?.ok === true) {
    leaving.saved(saved.name)
    return saved.name
  }
  leaving.givenUp()
  return saved === null ? null : problem(saved.name, saved.reason)
}
