import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { hasKind } from '../../../shared/model/ids.ts'
import { isStatus, statuses, type Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { setStatus } from '../../state/goal-moves.ts'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import { rowEntries } from './row-entries.tsx'
import { treeOf, useTree } from './tree-store.ts'

/** The one menu of all rows, at the button that was pressed: a tree of hundreds of rows mounts no menu per row. */
export function RowMenu(): ReactNode {
  const session = useSession()
  const say = useAnnounce()
  const tree = treeOf(session)
  const menu = useTree((state) => state.menu)
  const close = (): void => tree.setState({ menu: null })
  const choose = (status: string): void => {
    close()
    if (menu?.node.kind === 'goal' && isStatus(status)) setStatus(session, { goals: [menu.node.id], status })
  }
  useDigits(menu?.kind === 'status', choose)
  if (menu === null) return null
  const { node } = menu
  const entries = (): readonly MenuEntry[] => (menu.kind === 'actions' ? rowEntries({ session, node, say }) : statusEntries({ status: statusOf(session.plan.getState().view, node), choose }))
  return <Menu open anchor={menu.anchor} label={menu.kind === 'status' ? planText.statusMenu : planText.actionsMenu} entries={entries} onOpenChange={(open) => !open && close()} />
}

/**
 * While the menu is open a digit chooses, wherever the focus is: the menu takes it some frames after it is drawn, and
 * a digit typed before would be the row's, whose question would then stand behind the menu.
 */
function useDigits(isOpen: boolean, choose: (status: Status) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const status = statuses[Number(event.key) - 1]
    if (status === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    choose(status)
  })
  useEffect(() => {
    if (!isOpen) return undefined
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [isOpen])
}

function statusEntries({ status, choose }: { readonly status: Status | null; readonly choose: (status: string) => void }): readonly MenuEntry[] {
  const options = statuses.map((each, at) => ({ id: each, label: statusLabel[each], keys: String(at + 1), icon: <StatusIcon status={each} className={statusTone(each)} /> }))
  return [{ kind: 'choice', id: 'status', value: status, options, onChange: choose }]
}

function statusOf(view: Parameters<typeof recordOf>[0], node: TreeNode): Status | null {
  return 'id' in node && hasKind(node.id, 'goal') ? (recordOf(view, node.id)?.status ?? null) : null
}
