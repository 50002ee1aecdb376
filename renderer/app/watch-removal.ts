import type { Library } from '../data/storage.ts'
import type { OpenedPlan } from './open-session.ts'

/** A window that mends a plan may make its database anew, which looks like a removal until then. */
const surelyRemovedMs = 3_000

interface WatchRemoval {
  readonly library: Pick<Library, 'plans' | 'subscribe'>
  readonly opened: OpenedPlan
  /** The plan is on this computer again, and has to be opened again. */
  readonly onBack: () => void
}

/** Keeps in sight whether another window has removed the open plan from this computer, and whether it is there again. */
export function watchRemoval({ library, opened: { session, storage }, onBack }: WatchRemoval): () => void {
  const { plan } = session
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const look = async (): Promise<void> => {
    if (isOver || !storage.isRemoved()) return
    const plans = await library.plans()
    if (!isOver && plans.ok && plans.value.some(({ id }) => id === plan.getState().planId)) onBack()
  }
  const onRemoved = (): void => {
    plan.setState({ isRemoved: true })
    timer = setTimeout(() => void look(), surelyRemovedMs)
  }
  const stops = [storage.onRemoved(onRemoved), library.subscribe(() => void look())]
  if (storage.isRemoved()) onRemoved()
  return () => {
    isOver = true
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
