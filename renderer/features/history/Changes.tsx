import type { ReactNode } from 'react'
import type { Moment } from '../../../shared/history/moment.ts'

export function Changes({ current, against }: { readonly current: Moment; readonly against: Moment }): ReactNode {
  return <p>{`${current.key} ${against.key}`}</p>
}
