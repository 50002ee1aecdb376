import { writeSnapshot } from '../../../shared/snapshot/write-snapshot.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { firstSet } from './share-replica.ts'

/** A snapshot of a shared plan, as one computer has taken it. */
export function snapshotOf(set = firstSet): { readonly digest: string; readonly text: string } {
  return writeSnapshot({ view: createView(set), scope: 'year', by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', app: 'test 1' })
}
