import { useRef, useState, type MouseEvent, type ReactNode } from 'react'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { useSession, type Session } from '../../state/session.tsx'
import { Chevron } from '../../ui/Chevron.tsx'
import { classes } from '../../ui/classes.ts'
import { useWantedFocus } from '../../ui/use-wanted-focus.ts'
import { RowButtons } from './RowButtons.tsx'
import styles from './RowFrame.module.css'
import { setOpen, treeOf, useTree, type RowField } from './tree-store.ts'
import type { RowProps } from './row-props.ts'
import { useRowDrag } from './use-row-drag.ts'

export interface RowFrameProps extends RowProps {
  /** What it is called: said by screen readers, and in the names of its buttons. */
  readonly name: string
  /** What its buttons are for, where that is shorter. */
  readonly subject?: string | undefined
  /** What stands at the right: progress, or a status. */
  readonly state: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
  /** Whether it is what stands open beside the tree. */
  readonly isShown?: boolean | undefined
  /** While a text in it is edited it is not dragged. */
  readonly isEditing?: boolean | undefined
  /** A click on what is marked by `data-open` does this. */
  readonly onOpen?: (() => void) | undefined
}

/** What all rows have: a place, a level, a toggle, buttons, drag and drop. The keys are the tree's. */
export function RowFrame({ row, index, top, isTabbable, measure, name, subject = name, state, children, className, isEditing = false, isShown = false, onOpen }: RowFrameProps): ReactNode {
  const session = useSession()
  const tree = treeOf(session)
  const { node, level, position, siblings, isOpen } = row
  const element = useRef<HTMLDivElement | null>(null)
  const [isHovered, setHovered] = useState(false)
  const wantsFocus = useTree((now) => now.wantsFocus === node.key)
  const { isDragged, drop } = useRowDrag({ element, row, name: subject, isOff: isEditing })
  useWantedFocus({ element, isWanted: wantsFocus && !isEditing, onTaken: () => tree.setState({ wantsFocus: null }) })

  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    if (target === null || target.closest('button, a, input, textarea') !== null) return
    const field = target.closest('[data-field]')?.getAttribute('data-field')
    if (target.closest('[data-toggle]') !== null) setOpen(tree, { keys: [node.key], isOpen: isOpen !== true })
    else if (target.closest('[data-open]') !== null) onOpen?.()
    else if (field !== undefined && field !== null) tree.setState({ editing: { key: node.key, field: field as RowField } }) // rows mark their texts by the fields there are
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree hears the keys of its rows
    <div
      ref={(now) => {
        element.current = now
        measure(now)
      }}
      role="row"
      aria-label={name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-rowindex={index + 1}
      aria-expanded={isOpen ?? undefined}
      tabIndex={isTabbable ? 0 : -1}
      data-index={index}
      data-row={node.key}
      data-goal={node.kind === 'goal' ? node.id : undefined}
      data-drop={drop ?? undefined}
      data-shown={isShown ? '' : undefined}
      aria-current={isShown ? true : undefined}
      className={classes(styles.row, isDragged && styles.dragged, className)}
      style={{ ['--level' as string]: level - 1, transform: `translateY(${top}px)` }}
      onClick={onClick}
      onFocus={() => takeFocus(session, node)}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      <div role="rowheader" className={styles.lead}>
        {isOpen === null ? (
          <span className={styles.noToggle} />
        ) : (
          <span className={styles.toggle} data-toggle aria-hidden="true">
            <Chevron open={isOpen} />
          </span>
        )}
        {children}
      </div>
      <div role="gridcell" className={styles.state}>
        {state}
      </div>
      <div role="gridcell" className={styles.actions} data-print="hide">
        {(isTabbable || isHovered) && <RowButtons node={node} subject={subject} tabIndex={isTabbable ? 0 : -1} />}
      </div>
    </div>
  )
}

/** The commands of the app act on the goal that has the focus, and on none while another row has it. */
function takeFocus(session: Session, node: TreeNode): void {
  const tree = treeOf(session)
  if (tree.getState().active !== node.key) tree.setState({ active: node.key })
  const { selected, clearSelected } = session.board.getState()
  if (selected.size > 0) clearSelected()
  if (node.kind === 'goal') session.board.getState().focusTaken(node.id)
  else session.board.setState({ focused: null, wantsFocus: null })
}
