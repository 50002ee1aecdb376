import { ChevronsDownUp, ChevronsUpDown, Plus, Search, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { openableKeys } from '../../../shared/plan/tree/tree-rows.ts'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { draftProgram } from './drafts.ts'
import { rowsOf } from './tree-actions.ts'
import { lookFor, sendFocus, setOpen, treeOf, useTree } from './tree-store.ts'
import styles from './PlanScreen.module.css'

/** What narrows the tree, opens and closes it, and begins a program. */
export function TreeTools(): ReactNode {
  const session = useSession()
  const tree = treeOf(session)
  const text = useTree((state) => state.text)
  const setAll = (isOpen: boolean): void => setOpen(tree, { keys: openableKeys(session.plan.getState().view), isOpen })
  const enterTree = (): void => {
    const first = rowsOf(session)[0]
    if (first !== undefined) sendFocus(tree, first.node.key)
  }
  return (
    <div className={styles.tools} data-print="hide">
      <TextField
        label={planText.find}
        hideLabel
        className={styles.find}
        placeholder={planText.findPlaceholder}
        value={text}
        data-plan-search
        start={<Search aria-hidden="true" />}
        end={text === '' ? undefined : <IconButton size="small" label={planText.clear} icon={<X />} onClick={() => lookFor(tree, '')} />}
        onChange={(next) => lookFor(tree, next)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') lookFor(tree, '')
          else if (event.key === 'ArrowDown' || event.key === 'Enter') enterTree()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <IconButton label={planText.openAll} icon={<ChevronsUpDown />} onClick={() => setAll(true)} />
      <IconButton label={planText.closeAll} icon={<ChevronsDownUp />} onClick={() => setAll(false)} />
      <Button variant="quiet" icon={<Plus aria-hidden="true" />} className={styles.addProgram} onClick={() => draftProgram(session)}>
        {planText.add.program}
      </Button>
    </div>
  )
}
