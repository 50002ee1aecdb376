import { extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item'
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect } from 'react'
import { hasKind } from '../../../shared/model/ids.ts'
import { placeOfDrop } from '../../../shared/plan/tree/tree-drops.ts'
import { goalDropOf } from '../../parts/goal-drag.ts'
import { schedule } from '../../state/goal-moves.ts'
import { useSession } from '../../state/session.tsx'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { moveRecord } from './tree-actions.ts'
import { draggedRecord, rowDroppedOn } from './tree-drag.ts'
import { partOf } from './use-row-drag.ts'

/** Does what a drop says: on a row of the tree, or of a goal on a quarter. */
export function useTreeDrop(): void {
  const session = useSession()
  const say = useAnnounce()
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => draggedRecord(source.data) !== null,
        onDrop: ({ source, location }) => {
          const id = draggedRecord(source.data)
          const target = location.current.dropTargets[0]
          if (id === null || target === undefined) return
          const quarter = goalDropOf(target.data)
          if (hasKind(id, 'goal') && quarter?.kind === 'quarter') return schedule(session, { goals: [id], quarter: quarter.quarter })
          const over = rowDroppedOn(target.data)?.node
          const instruction = extractInstruction(target.data)
          if (over === undefined || instruction === null) return
          const to = placeOfDrop({ view: session.plan.getState().view, id, over, part: partOf[instruction.operation] })
          if (to !== null) say(moveRecord(session, { id, to }))
        },
      }),
    [session, say],
  )
}
