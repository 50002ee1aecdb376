import { hasKind } from '../model/ids.ts'
import type { OwnBlock } from './own-blocks.ts'
import { readGoal, showGoal, withGoalsTogether, type GoalPlace } from './own-goal.ts'
import { dataIn, listUnread, shownIn, type OwnReading } from './own-reading.ts'
import { unitedSaid } from './own-record.ts'
import { saidIn, textOf, type Said } from './own-said.ts'

/**
 * Reads a goal in its place on the page. One without a tag was added there; one whose tag stands on the page before
 * was copied, and stands for the goal it was copied from, carried on.
 */
export function readGoalBlock(reading: OwnReading, block: OwnBlock): void {
  const { section } = block
  if (section !== reading.pathIn) reading.path = []
  reading.pathIn = section
  const level = Math.max(1, Math.min(/^\**/.exec(block.head.source)?.[0].length ?? 1, reading.path.length + 1))
  const parent = reading.path[level - 2] ?? null
  const place: GoalPlace = { output: section?.output ?? null, quarter: parent === null ? (section?.quarter ?? null) : null, parent }
  const { table } = reading
  const read = readGoal({ shown: shownIn(block), place, table })
  const isCopied = block.id !== null && reading.said.has(block.id)
  const tagged = hasKind(block.id, 'goal') && !isCopied ? block.id : null
  const id = tagged ?? reading.idFor('goal', section, textOf(read.said['title']))
  const hidden = tagged === null ? { said: {}, refused: [] } : saidIn(id, dataIn(block).data)
  listUnread(reading, { block, read, refused: hidden.refused })
  const showAgain = (said: Said): Said => readGoal({ shown: showGoal({ said, level, titleOf: () => '' }), place, table }).said
  const united = unitedSaid({ id, shown: read.said, hidden: hidden.said, showAgain })
  reading.said.set(id, withGoalsTogether(isCopied ? { ...united, carriedFrom: block.id } : united))
  reading.order.add({ id, group: parent ?? section?.output ?? '', order: tagged === null ? null : textOf(united['order']) })
  reading.path = [...reading.path.slice(0, level - 1), id]
  if (parent !== null) return
  const tops = reading.inSection.get(section) ?? []
  reading.inSection.set(section, tops)
  tops.push(id)
}
