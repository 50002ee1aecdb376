import { useEffect, type ReactNode } from 'react'
import type { StorageFailure } from '../data/storage.ts'
import { lastResortText } from '../text/last-resort.ts'
import { LastResort } from './LastResort.tsx'
import { codeOfFailure } from './trouble-details.ts'

export interface UnusableProps {
  readonly failure: StorageFailure
  /** Whether it is one plan that can't be read, and the list of plans can. */
  readonly isOnePlan: boolean
  readonly onBack: () => void
  /** Asks again without a reload; resolves when there is an answer. */
  readonly onAgain: () => Promise<void>
  /** What may help here besides, as backups of a plan that is damaged. */
  readonly children?: ReactNode
}

const pauseMs = 1_000

/** Nothing can be read or written: what is safe, and what to do. */
export function Unusable({ failure, isOnePlan, onBack, onAgain, children }: UnusableProps): ReactNode {
  const { storage, again, back } = lastResortText
  const { here, todo, ...words } = storage[failure.kind]
  useRetry({ isOn: failure.kind === 'blocked' || failure.kind === 'silent', onAgain })
  const reload = { label: again, onPress: () => location.reload() }
  const leave = { label: back, onPress: onBack }
  const actions = failure.kind === 'removed' ? [leave] : isOnePlan ? [reload, leave] : [reload]
  return (
    <LastResort {...words} todo={here === undefined ? todo : `${here} ${todo}`} code={codeOfFailure(failure)} actions={actions}>
      {children}
    </LastResort>
  )
}

/** Goes on by itself as soon as it can. */
function useRetry({ isOn, onAgain }: { readonly isOn: boolean; readonly onAgain: () => Promise<void> }): void {
  useEffect(() => {
    if (!isOn) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const wait = (): void => {
      timer = setTimeout(() => void onAgain().finally(() => (isOver ? undefined : wait())), pauseMs)
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isOn, onAgain])
}
