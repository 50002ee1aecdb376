import { Ellipsis, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { draftBelow } from './drafts.ts'
import { addWord } from './row-entries.tsx'
import { treeOf } from './tree-store.ts'

/** Drawn for the row one points at and the one with the focus only: a tree of rows full of buttons scrolls badly. */
export function RowButtons({ node, subject, tabIndex }: { readonly node: TreeNode; readonly subject: string; readonly tabIndex: number }): ReactNode {
  const session = useSession()
  const add = addWord(node)
  return (
    <>
      {add !== null && <IconButton size="small" tabIndex={tabIndex} label={planText.addTo(add, subject)} icon={<Plus />} onClick={() => draftBelow(session, node)} />}
      <IconButton size="small" tabIndex={tabIndex} label={planText.actions(subject)} icon={<Ellipsis />} aria-haspopup="menu" onClick={(event) => treeOf(session).setState({ menu: { kind: 'actions', node, anchor: event.currentTarget } })} />
    </>
  )
}
