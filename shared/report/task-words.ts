import { splitTaskIds, taskAddress, type TaskLink } from '../plan/task-links.ts'
import { isSafeAddress } from '../markdown/safe-address.ts'

/** A few words of a report, and where they lead, where they are a task whose address is known and safe. */
export interface ReportWords {
  readonly text: string
  readonly address: string | null
}

/** The id of a task with its address. */
export function taskWords(task: string, links: readonly TaskLink[]): ReportWords {
  const address = taskAddress(links, task)
  return { text: task, address: address !== null && isSafeAddress(address) ? address : null }
}

/** Running text with the tasks in it. */
export function textWithTasks(text: string, links: readonly TaskLink[]): readonly ReportWords[] {
  if (links.length === 0) return [{ text, address: null }]
  return splitTaskIds(text, links).map((piece) => (piece.kind === 'task' ? taskWords(piece.id, links) : { text: piece.text, address: null }))
}
