import type { CopyFailure, CopyStore } from '../../../shared/copies/copy-store.ts'
import type { FakeComputer, FakeWindow } from './fake-computer.ts'

export interface SteppedWindow extends FakeWindow {
  /** How many steps it has taken. */
  readonly steps: () => number
}

/** What goes wrong: the window is ended, and nothing it asks for is done any more; the second copy fails, once or from then on; a transaction is refused once. */
export type Mishap = 'ended' | 'transaction' | `${CopyFailure} once` | CopyFailure

/**
 * A window to which something happens at its step `at`: a step is each call of the second copy and each transaction it
 * begins.
 */
export function steppedWindow(computer: FakeComputer, { at, mishap }: { readonly at: number; readonly mishap: Mishap }): SteppedWindow {
  const window = computer.openWindow()
  let steps = 0
  const isEnded = (): boolean => mishap === 'ended' && steps >= at
  const never = new Promise<never>(() => {})
  const step = async <T>(work: () => Promise<T>, refused: (reason: CopyFailure) => T): Promise<T> => {
    steps += 1
    const mine = steps
    if (isEnded()) return never
    if (mishap !== 'ended' && mishap !== 'transaction' && (mishap.endsWith(' once') ? mine === at : mine >= at)) return refused(reasonOf(mishap))
    const answer = await work()
    return isEnded() ? never : answer
  }
  const refused = (reason: CopyFailure) => ({ ok: false, reason }) as const
  const { copies } = computer
  const stepped: CopyStore = {
    folders: () => step(() => copies.folders(), refused),
    list: (folder) => step(() => copies.list(folder), refused),
    read: (place) => step(() => copies.read(place), refused),
    append: (addition) => step(() => copies.append(addition), refused),
    write: (file) => step(() => copies.write(file), refused),
    remove: (place) => step(() => copies.remove(place), refused),
  }
  const begin = (): void => {
    steps += 1
    if (isEnded() || (mishap === 'transaction' && steps === at)) throw new DOMException('refused', 'UnknownError')
  }
  return { ...window, copies: stepped, indexedDB: steppedFactory({ factory: computer.indexedDB, begin, isEnded }), steps: () => steps }
}

function reasonOf(mishap: string): CopyFailure {
  const [reason = ''] = mishap.split(' ')
  return reason === 'full' || reason === 'denied' || reason === 'unavailable' ? reason : 'failed'
}

interface Factory {
  readonly factory: IDBFactory
  readonly begin: () => void
  readonly isEnded: () => boolean
}

/** The databases of a computer, of which a window that was ended gets none. */
function steppedFactory({ factory, begin, isEnded }: Factory): IDBFactory {
  const noAnswer = (): IDBOpenDBRequest => factory.open('nobody asks for this')
  return {
    cmp: (first, second) => factory.cmp(first, second),
    databases: () => factory.databases(),
    deleteDatabase: (name) => {
      if (isEnded()) return noAnswer()
      begin()
      return isEnded() ? noAnswer() : factory.deleteDatabase(name)
    },
    open: (name, version) => {
      if (isEnded()) return noAnswer()
      const request = factory.open(name, version)
      request.addEventListener('success', () => {
        const database = request.result
        const transaction = database.transaction.bind(database)
        Object.assign(database, {
          transaction: (...asked: Parameters<IDBDatabase['transaction']>) => {
            begin()
            return transaction(...asked)
          },
        })
      })
      return request
    },
  }
}
