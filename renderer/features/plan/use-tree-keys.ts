import type { KeyboardEvent } from 'react'
import type { TreeStep } from '../../../shared/plan/tree/tree-steps.ts'
import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import { useSession, type Session } from '../../state/session.tsx'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { draftAfter, draftBelow } from './drafts.ts'
import { deleteInTree, stepRecord } from './tree-actions.ts'
import { sendFocus, setOpen, treeOf } from './tree-store.ts'
import { rowAbove, rowsBeside, rowTowards } from './tree-walk.ts'

const steps: Readonly<Record<string, TreeStep>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out', k: 'up', j: 'down', l: 'in', h: 'out' }

interface Pressed {
  readonly session: Session
  readonly rows: readonly TreeRow[]
  readonly row: TreeRow
  readonly event: KeyboardEvent
  readonly say: (text: string) => void
}

/** The keys of the tree, as the ARIA pattern for a treegrid has them, and those that move and change its records. */
export function useTreeKeys(rows: readonly TreeRow[]): (event: KeyboardEvent) => void {
  const session = useSession()
  const say = useAnnounce()
  return (event) => {
    const target = event.target instanceof Element ? event.target : null
    // menus and dialogs opened from here stand elsewhere in the page, though React says their keys come through here
    const element = target?.closest('[data-row]') ?? null
    if (element === null || !event.currentTarget.contains(element) || event.nativeEvent.isComposing) return
    const row = rows.find(({ node }) => node.key === element.getAttribute('data-row'))
    if (row === undefined) return
    const isHandled = target === element ? press({ session, rows, row, event, say }) : leaveControl({ session, row, event })
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Escape leads from a button of a row back to the row. */
function leaveControl({ session, row, event }: Pick<Pressed, 'session' | 'row' | 'event'>): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false
  sendFocus(treeOf(session), row.node.key)
  return true
}

function press(pressed: Pressed): boolean {
  const { event, session, row, say } = pressed
  if (event.altKey) {
    const step = event.ctrlKey || event.metaKey || event.shiftKey ? undefined : steps[event.key]
    if (step === undefined || !('id' in row.node)) return step !== undefined
    say(stepRecord(session, { id: row.node.id, step }))
    return true
  }
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter' && done(() => draftBelow(session, row.node))
  if (event.shiftKey && event.key === 'Enter') return done(() => draftAfter(session, row.node))
  return walk(pressed) || change(pressed)
}

function walk({ session, rows, row, event }: Pressed): boolean {
  const tree = treeOf(session)
  const { node, isOpen } = row
  const open = (keys: readonly TreeRow[], to: boolean): void => setOpen(tree, { keys: keys.map((each) => each.node.key), isOpen: to })
  switch (event.key) {
    case 'ArrowRight':
      if (isOpen === false) open([row], true)
      return isOpen !== true || go(session, rowTowards({ rows, from: node.key, key: 'ArrowDown' }))
    case 'ArrowLeft':
      if (isOpen === true) open([row], false)
      return isOpen === true || go(session, rowAbove(rows, node.key))
    case ' ':
      if (isOpen !== null) open([row], !isOpen)
      return true
    case '*':
      open(rowsBeside(rows, node.key).filter((beside) => beside.isOpen !== null), true)
      return true
    default:
      return /^(Arrow(Up|Down)|Home|End|Page(Up|Down))$/.test(event.key) && go(session, rowTowards({ rows, from: node.key, key: event.key }))
  }
}

function change({ session, row, event }: Pressed): boolean {
  const { node, isOpen } = row
  const tree = treeOf(session)
  if (node.kind === 'quarter' || node.kind === 'loose') return event.key === 'Enter' && done(() => setOpen(tree, { keys: [node.key], isOpen: isOpen !== true }))
  switch (event.key) {
    case 'Enter':
      return done(() => (node.kind === 'goal' ? session.ui.getState().openGoal(node.id) : tree.setState({ editing: { key: node.key, field: 'title' } })))
    case 'F2':
      return done(() => (node.kind === 'goal' ? session.ui.getState().rename(node.id) : tree.setState({ editing: { key: node.key, field: 'title' } })))
    case 'Delete':
      return done(() => deleteInTree(session, node.id))
    default:
      return false
  }
}

function go(session: Session, row: TreeRow | null): true {
  if (row !== null) sendFocus(treeOf(session), row.node.key)
  return true
}

function done(act: () => void): true {
  act()
  return true
}
