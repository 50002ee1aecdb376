import type { Mended, PlanStorage } from '../data/storage.ts'
import type { Session } from '../state/session.tsx'

/** So long after a plan was opened its whole log is held against the journal, when nobody waits for anything. */
const proveAfterMs = 15_000
/** As often as this the second copy is tried again while it is behind. */
const againMs = 20_000

/** Keeps in sight how the second copy of the open plan stands, tries again where it is behind, and has the log proven. */
export function watchCopy({ backups, storage }: Pick<Session, 'backups'> & { readonly storage: Pick<PlanStorage, 'copy' | 'mended' | 'onMended' | 'proveLog'> }): () => void {
  const { copy } = storage
  const tell = (): void => {
    const state = copy.state()
    backups.getState().report('journal', state.kind === 'behind' ? { reason: state.reason, since: state.since } : null)
  }
  /** Tells what was mended: at the start, by the proof, or while the plan was in use. */
  const tellMended = (mended: Mended | null): void => {
    // that changes may be missing stays said until it is read, whatever is mended besides
    const isMissing = backups.getState().mended?.isWhole === false
    backups.setState({ mended: mended !== null && isMissing ? { ...mended, isWhole: false } : mended })
  }
  tellMended(storage.mended())
  const stops = [copy.subscribe(tell), storage.onMended(tellMended)]
  tell()
  const again = setInterval(() => {
    if (copy.state().kind === 'behind') void copy.catchUp().catch(() => undefined) // it stays behind, and is tried again
  }, againMs)
  const proof = setTimeout(() => {
    void storage.proveLog().then(
      (proven) => {
        if (proven.ok && copy.state().kind === 'kept') backups.setState({ journalProvenAt: Date.now() })
      },
      () => undefined, // the next who opens the plan has it proven
    )
  }, proveAfterMs)
  return () => {
    for (const stop of stops) stop()
    clearInterval(again)
    clearTimeout(proof)
  }
}
