import type { PlanStore } from '../../state/plan-store.ts'

export interface EditsWatched {
  /** Whether something was done that no look has handed out yet. */
  readonly isDue: () => boolean
  readonly untilSaved: () => Promise<void>
  readonly stop: () => void
}

/** Looks soon after what was done on this computer, in whichever window, is on its disk; what came through the share needs no handing out. */
export function lookAfterEdits({ plan, isWaiting, look, afterEditMs }: {
  readonly plan: PlanStore
  /** Whether something done here may not have gone out. */
  readonly isWaiting: () => boolean
  readonly look: () => void
  readonly afterEditMs: number
}): EditsWatched {
  let isDue = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const onTime = (): void => {
    timer = undefined
    if (plan.getState().saving.kind !== 'saved') return // it is asked for again when it is
    isDue = false
    look()
  }
  const stop = plan.subscribe((now, before) => {
    const isReceived = now.lastReceived !== before.lastReceived
    const isOwn = now.view.set !== before.view.set && !isReceived
    // nothing goes out as long as what just came in is not on the disk, so the look that brought it can't hand out what waits
    isDue ||= isOwn || now.computer !== before.computer || (isReceived && isWaiting())
    if (isDue && now.saving.kind === 'saved') timer ??= setTimeout(onTime, afterEditMs)
  })
  return {
    isDue: () => isDue || plan.getState().saving.kind !== 'saved',
    untilSaved: () =>
      new Promise((resolve) => {
        const answer = (): void => {
          if (plan.getState().saving.kind === 'saving') return
          stopWaiting()
          resolve()
        }
        const stopWaiting = plan.subscribe(answer)
        answer()
      }),
    stop: () => {
      stop()
      clearTimeout(timer)
    },
  }
}
