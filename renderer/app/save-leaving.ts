import type { SavedFile } from '../../shared/bridge/files.ts'
import type { Host, SaveRequest } from '../host/host.ts'
import type { Leaving } from '../state/plan-state.ts'
import { appText } from '../text/app.ts'
import type { AppStore } from './app-store.ts'
import { tellProblem } from './tell-problem.ts'

interface SaveLeaving {
  readonly host: Pick<Host, 'saveFile'>
  readonly store: AppStore
  readonly file: SaveRequest
  /** The export of the open plan which it ends, however it ends: until then the plan can't be left. */
  readonly leaving?: Leaving | undefined
}

/** Saves a file where the person wants it, and says where it could not be. Its name; null where it was not saved, or nobody can tell. */
export async function saveLeaving({ host, store, file, leaving }: SaveLeaving): Promise<string | null> {
  const problem = (name: string, reason: keyof typeof appText.exportReasons): null => {
    tellProblem(store, { title: appText.exportFailed(name), text: appText.exportReasons[reason] })
    return null
  }
  let saved: SavedFile | null
  try {
    saved = await host.saveFile(file)
  } catch {
    leaving?.lost()
    return problem(file.suggestedName, 'unknown')
  }
  if (saved?.ok === true) {
    leaving?.saved(saved.name)
    return saved.name
  }
  leaving?.givenUp()
  return saved === null ? null : problem(saved.name, saved.reason)
}
