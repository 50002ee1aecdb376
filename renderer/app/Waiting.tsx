import { useEffect, useState, type ReactNode } from 'react'
import { windowSlots } from '../../shared/changes/writer.ts'
import { lastResortText } from '../text/last-resort.ts'
import { LastResort } from './LastResort.tsx'

/** What the start waits for: a number of its own for the window, or the plans. */
export type StartStep = 'slot' | 'plans'

const patienceMs = 3_000

/** Nothing as long as that is a moment; then what is waited for. */
export function Waiting({ step }: { readonly step: StartStep }): ReactNode {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  const { slot, plans } = lastResortText.waiting
  const words = step === 'slot' ? { ...slot, todo: slot.todo(windowSlots) } : plans
  return <LastResort {...words} code={`waiting: ${step}`} actions={[{ label: lastResortText.again, onPress: () => location.reload() }]} />
}
