import type { ReactNode } from 'react'
import { lastResortText } from '../text/last-resort.ts'
import { LastResort } from './LastResort.tsx'

/** The start has failed, for a reason that is known or not. */
export function NotStarted({ words, code }: { readonly words: { readonly title: string; readonly safe: string; readonly todo: string }; readonly code: string }): ReactNode {
  return <LastResort {...words} code={code} actions={[{ label: lastResortText.again, onPress: () => location.reload() }]} />
}
