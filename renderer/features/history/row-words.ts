import type { Day } from '../../../shared/model/date.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { planText } from '../../text/plan.ts'

/** What a row of the tree says: the number of an outcome or output, and a title. */
export function rowWords({ view, node, startsOn }: { readonly view: PlanView; readonly node: TreeNode; readonly startsOn: Day }): { readonly number: string; readonly title: string } {
  switch (node.kind) {
    case 'program': {
      const program = recordOf(view, node.id)
      return { number: program?.code ?? '', title: titled(program?.title) }
    }
    case 'outcome':
    case 'output': {
      const record = recordOf<'outcome' | 'output'>(view, node.id)
      return { number: record?.number ?? '', title: titled(record?.title) }
    }
    case 'quarter':
      return { number: '', title: node.quarter === null ? planText.notScheduled : `${quarterLabel(node.quarter)}  ${quarterMonths({ startsOn, quarter: node.quarter })}` }
    case 'loose':
      return { number: '', title: planText.loose[node.holds] }
    case 'goal':
      return { number: '', title: titled(recordOf(view, node.id)?.title) }
  }
}

function titled(title: string | undefined): string {
  return title === undefined || title === '' ? planText.untitledRecord : title
}
