import type { Computer, Library, StorageFailure } from '../data/storage.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppStore } from './app-store.ts'

interface ThisComputerParts {
  readonly store: AppStore
  readonly library: Library
  readonly toaster: Toaster
  /** The open plan, or null. */
  readonly current: () => Session | null
  readonly problem: (title: string, failure: StorageFailure) => void
}

/** Who this computer is to colleagues: its name, and the id under which it writes. */
export interface ThisComputer {
  readonly name: (name: string) => void
  /** Goes on as another window says: it has named the computer, or drawn another id for it. */
  readonly become: (computer: Computer) => void
  /** Draws another id: a file showed that somebody else writes under the one there was. */
  readonly rename: () => Promise<void>
}

export function createThisComputer({ store, library, toaster, current, problem }: ThisComputerParts): ThisComputer {
  const become = (computer: Computer): void => {
    const before = store.getState().computer
    // a computer that nobody has named is called by what it runs in
    const next = { ...computer, name: computer.name === '' ? before.name : computer.name }
    if (next.replica === before.replica && next.name === before.name) return
    store.setState({ computer: next })
    current()?.plan.getState().setComputer(next)
  }
  let renaming: Promise<void> | null = null
  const rename = async (): Promise<void> => {
    const renamed = await library.takeNewReplica()
    if (!renamed.ok) return problem(appText.notRenamed, renamed.failure)
    become(renamed.value)
    return void toaster.show({ text: appText.copied })
  }
  return {
    become,
    name: (typed) => {
      const name = typed.toWellFormed()
      become({ ...store.getState().computer, name })
      void library.nameComputer(name).then((named) => named.ok || toaster.show({ text: appText.notNamed, tone: 'problem' }))
    },
    // what a share brings may tell it several times before it is done
    rename: () => (renaming ??= rename().finally(() => (renaming = null))),
  }
}
