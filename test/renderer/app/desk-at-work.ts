import { createAppStore, type AppStore } from '../../../renderer/app/app-store.ts'
import { createPlanDesk, openIn, type PlanDesk, type PlanDeskParts } from '../../../renderer/app/plan-desk.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import type { Library } from '../../../renderer/data/storage.ts'
import type { Session } from '../../../renderer/state/session.tsx'
import { noDrafts } from '../state/no-drafts.ts'
import { createFakeComputer, settled, type FakeComputer } from '../data/fake-computer.ts'

/** A window of the app without its face: what opens plans, on a computer of its own. */
export interface DeskAtWork {
  readonly computer: FakeComputer
  readonly library: Library
  readonly store: AppStore
  readonly desk: PlanDesk
  /** The plan that is open; throws where none is. */
  readonly session: () => Session
  /** Another desk of the same window, with other parts. */
  readonly openDesk: (parts: Partial<Pick<PlanDeskParts, 'onCopied' | 'onLeave' | 'followShare'>>) => PlanDesk
  readonly close: () => Promise<void>
}

interface DeskOptions extends Partial<Pick<PlanDeskParts, 'onLeave'>> {
  /** The library as the desk shall see it. */
  readonly libraryOver?: (own: Library) => Library
  /** The computer that another window is on too. */
  readonly computer?: FakeComputer
  readonly slot?: number
}

export async function deskAtWork({ libraryOver = (own) => own, onLeave, computer = createFakeComputer(), slot = 0 }: DeskOptions = {}): Promise<DeskAtWork> {
  const library = libraryOver(createLibrary(computer.openWindow()))
  const store = createAppStore({ theme: 'system', singleKeys: true, paper: 'A4' })
  const known = await library.computer()
  store.setState({ computer: known.ok ? { ...known.value, name: 'This laptop' } : { replica: '', name: '' } })
  const openDesk: DeskAtWork['openDesk'] = (parts) => createPlanDesk({ store, library, slot, drafts: noDrafts(), onCopied: () => undefined, onLeave: () => undefined, followShare: () => () => undefined, followLooks: () => () => undefined, ...parts })
  return {
    computer,
    library,
    store,
    desk: openDesk(onLeave === undefined ? {} : { onLeave }),
    session: () => {
      const session = openIn(store)
      if (session === null) throw new Error('no plan is open')
      return session
    },
    openDesk,
    close: async () => {
      const { phase } = store.getState()
      if (phase.kind === 'plan') {
        phase.stop()
        phase.opened.storage.close()
      }
      await settled()
    },
  }
}
