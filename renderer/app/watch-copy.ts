import type { Mended, PlanStorage } from '../data/storage.ts'
import type { Session } from '../state/session.tsx'

/** So long after a plan was opened its whole log is held against the journal, when nobody waits for anything. */
const proveAfterMs = 15_000
/** As often as this the second copy is tried again while it is behind. */
const againMs = 20_000

/** Keeps in sight how the second copy of the open plan stands, tries again where it is behind, and has the log proven. */
export function watchCopy({ backups, storage }: Pick<Session, 'backups'> & { readonly storage: Pick<PlanStorage, 'copy' | 'mended' | 'proveLog'> }): () => void {
  const { copy } = storage
  const tell = (): void => {
    const state = copy.state()
    backups.getState().report('journal', state.kind === 'behind' ? { reason: state.reason, since: state.since } : null)
  }
  let told: Mended | null = null
  /** Tells once what was mended: at the start, by the proof, or while the plan was in use. */
  const tellMended = (): void => {
    const mended = storage.mended()
    if (mended === told) return
    told = mended
    backups.setState({ mended })
  }
  tellMended()
  const stop = copy.subscribe(tell)
  tell()
  const again = setInterval(() => {
    if (copy.state().kind === 'behind') void copy.catchUp().catch(() => undefined) // it stays behind, and is tried again
    tellMended()
  }, againMs)
  const proof = setTimeout(() => {
    void storage.proveLog().then(
      (proven) => {
        if (!proven.ok) return
        if (copy.state().kind === 'kept') backups.setState({ journalProvenAt: Date.now() })
        tellMended()
      },
      () => undefined, // the next who opens the plan has it proven
    )
  }, proveAfterMs)
  return () => {
    stop()
    clearInterval(again)
    clearTimeout(proof)
  }
}
