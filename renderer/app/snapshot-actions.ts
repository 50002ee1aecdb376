import { productRelease } from '../../shared/bridge/product.ts'
import { problemText } from '../../shared/file/problem.ts'
import { snapshotFileName } from '../../shared/file/file-name.ts'
import { headOf, type SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'
import { readSnapshotInSteps } from '../../shared/snapshot/read-snapshot.ts'
import type { Snapshot, SnapshotScope } from '../../shared/snapshot/snapshot.ts'
import { writeSnapshotInSteps } from '../../shared/snapshot/write-snapshot.ts'
import type { StorageFailure } from '../data/storage.ts'
import type { Host } from '../host/host.ts'
import { scopeInSight } from '../parts/quarter-in-sight.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { today, type KeptSnapshot } from '../state/snapshot-store.ts'
import { frozenLabel, snapshotText } from '../text/snapshots.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppActions } from './app-actions.ts'
import type { AppStore } from './app-store.ts'
import { fileStem } from './file-stem.ts'
import { localMinute } from './local-time.ts'
import { saveLeaving } from './save-leaving.ts'
import type { PlanDesk } from './plan-desk.ts'

export interface SnapshotActions extends Pick<AppActions, 'takeSnapshot' | 'bringBackSnapshot'> {
  /** Saves a kept snapshot as a file once more. */
  readonly saveSnapshot: (head: SnapshotHead) => void
  /** Takes a snapshot out of the list, with a way back. */
  readonly removeSnapshot: (head: SnapshotHead) => void
  /** Verifies a snapshot's file, keeps it with its plan, and compares it with today. What is wrong with it, or null. */
  readonly openSnapshot: (text: string) => Promise<string | null>
}

interface Parts {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly host: Host
  readonly toaster: Toaster
  readonly current: () => Session | null
  readonly problem: (title: string, failure: StorageFailure) => void
}

/** There is one toast about it: what was removed last, or that it is there again. */
const removalToast = 'snapshotRemoved'

export function createSnapshotActions({ store, desk, host, toaster, current, problem }: Parts): SnapshotActions {
  /** Lets a person say where; the name of the file, null where they said nowhere or it couldn't be written, which is said. */
  const saveFile = async ({ session, scope, text, at }: { readonly session: Session; readonly scope: SnapshotScope; readonly text: string; readonly at: string }): Promise<string | null> => {
    const suggestedName = snapshotFileName({ parts: [...fileStem(session.plan.getState().view), frozenLabel(scope)], at })
    return saveLeaving({ host, store, file: { kind: 'snapshot', suggestedName, text } })
  }
  const take = async (session: Session, scope: SnapshotScope): Promise<void> => {
    const { view, computer } = session.plan.getState()
    const [by, at] = [{ replica: computer.replica, name: computer.name }, new Date().toISOString()]
    const { text, digest } = await stepsDone(writeSnapshotInSteps({ view, scope, by, at, app: productRelease }))
    const kept = await session.snapshots.getState().keep({ head: headOf({ digest, scope, at, by, view }), text })
    if (!kept.ok) return problem(snapshotText.notKept, kept.failure)
    const file = await saveFile({ session, scope, text, at: localMinute() })
    const what = frozenLabel(scope)
    return void toaster.show({ text: file === null ? snapshotText.kept(what) : snapshotText.keptAndSaved(what, file) })
  }
  const keep = async (snapshot: Snapshot, text: string): Promise<void> => {
    if (current()?.plan.getState().planId !== snapshot.planId) await desk.open({ id: snapshot.planId })
    const session = current()
    // a plan that can't be opened, or one that can't be left, is told about already
    if (session?.plan.getState().planId !== snapshot.planId) return
    const { keep: keepIn, load, compare } = session.snapshots.getState()
    await load()
    const isHere = session.snapshots.getState().heads.some(({ digest }) => digest === snapshot.digest)
    const kept = await keepIn({ head: headOf(snapshot), text })
    if (!kept.ok) return problem(snapshotText.notKept, kept.failure)
    compare([snapshot.digest, today])
    session.ui.getState().show('snapshots')
    const what = frozenLabel(snapshot.scope)
    toaster.show({ text: isHere ? snapshotText.isHere(what) : snapshotText.opened(what) })
  }
  /** Keeps again what was removed; where that fails it is said, and can be tried again. */
  const bringBack = async ({ snapshots }: Session, removed: KeptSnapshot): Promise<void> => {
    const kept = await snapshots.getState().bringBack(removed.head.digest)
    if (!kept.ok) return problem(snapshotText.notKept, kept.failure)
    return void toaster.show({ id: removalToast, text: snapshotText.broughtBack(frozenLabel(removed.head.scope)) })
  }
  return {
    takeSnapshot: (what) => {
      const session = current()
      if (session !== null) void take(session, what === 'year' ? 'year' : scopeInSight(session))
    },
    saveSnapshot: ({ digest, scope, at }) => {
      const session = current()
      if (session === null) return
      void session.snapshots
        .getState()
        .text(digest)
        .then(async (text) => {
          if (!text.ok) return problem(snapshotText.notRead, text.failure)
          const file = await saveFile({ session, scope, text: text.value, at: localMinute(at) })
          return file === null ? undefined : void toaster.show({ text: snapshotText.saved(file) })
        })
    },
    removeSnapshot: (head) => {
      const session = current()
      if (session === null) return
      const { getState } = session.snapshots
      void getState()
        .remove(head)
        .then((removed) => {
          if (!removed.ok) return problem(snapshotText.notRemoved, removed.failure)
          const kept = getState().removed.findLast((each) => each.head.digest === head.digest)
          const action = kept === undefined ? undefined : { label: snapshotText.undo, onPress: () => void bringBack(session, kept) }
          return void toaster.show({ id: removalToast, text: snapshotText.removed(frozenLabel(head.scope)), action, isUndo: true })
        })
    },
    bringBackSnapshot: () => {
      const session = current()
      const last = session?.snapshots.getState().removed.at(-1)
      if (session !== null && last !== undefined) void bringBack(session, last)
    },
    openSnapshot: async (text) => {
      const read = await stepsDone(readSnapshotInSteps(text))
      if (!read.ok) return problemText(read.problem)
      if (await desk.has(read.snapshot.planId)) await keep(read.snapshot, text)
      else store.setState({ overlay: { kind: 'snapshot', snapshot: read.snapshot } })
      return null
    },
  }
}
