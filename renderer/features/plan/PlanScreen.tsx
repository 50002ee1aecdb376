import { useEffect, useRef, type ReactNode } from 'react'
import { planText } from '../../text/plan.ts'
import { usePlan, useSession, useUi } from '../../state/session.tsx'
import { topNodes } from '../../../shared/plan/tree/tree-nodes.ts'
import { draftAfter, draftProgram } from './drafts.ts'
import { MoveTo } from './MoveTo.tsx'
import { NoProgram } from './NoProgram.tsx'
import { PlanHead } from './PlanHead.tsx'
import styles from './PlanScreen.module.css'
import { PlanTree } from './PlanTree.tsx'
import { rowsOf } from './tree-actions.ts'
import { treeOf, useTree } from './tree-store.ts'
import { TreeTools } from './TreeTools.tsx'

/** The whole plan as a tree: what it is for, what it consists of, and how far each part is. */
export function PlanScreen(): ReactNode {
  const scroller = useRef<HTMLElement>(null)
  const isEmpty = usePlan((state) => topNodes(state.view).length === 0)
  const isWriting = useTree((state) => state.draft !== null)
  useNewGoal()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <main ref={scroller} className={styles.screen} aria-label={planText.label} tabIndex={-1}>
      <div className={styles.page}>
        <PlanHead />
        {isEmpty && !isWriting ? (
          <NoProgram />
        ) : (
          <>
            <TreeTools />
            <PlanTree scroller={scroller} />
          </>
        )}
      </div>
      <MoveTo />
    </main>
  )
}

/** "New goal", which on the board begins a card, begins a row here: beside the one that has the focus. */
function useNewGoal(): void {
  const session = useSession()
  const isAsked = useUi((state) => state.overlay?.kind === 'newGoal')
  useEffect(() => {
    if (!isAsked) return
    session.ui.getState().close()
    const { active } = treeOf(session).getState()
    const rows = rowsOf(session)
    const row = rows.find(({ node }) => node.key === active) ?? rows.findLast(({ node }) => node.kind === 'goal' || node.kind === 'output')
    if (row === undefined) draftProgram(session)
    else draftAfter(session, row.node)
  }, [isAsked, session])
}
