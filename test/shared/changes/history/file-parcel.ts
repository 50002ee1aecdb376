import type { ChangeSet } from '../../../../shared/changes/fold.ts'
import { readPlanFile } from '../../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../../shared/file/write-plan-file.ts'
import { isSameSet } from './naive-model.ts'
import { insist, type Pack, type Window } from './world.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Carries a set as the bytes of a plan file, written when somebody first asks for them: a set is a value, so
 * they are those of the moment at which it was sent. Reading them has to give the very same set.
 */
export const byFile: Pack = (set, from) => {
  let text: string | undefined
  let opened: ChangeSet | undefined
  const write = (): string => (text ??= exportFrom(set, from))
  return {
    open: () => (opened ??= readBack(encoder.encode(write()), set)),
    content: () => contentOf(write()),
  }
}

/** Hands a set over as it is, so that both sides share its records, as two windows of one app may. */
export const handOver: Pack = (set) => ({ open: () => set, content: () => '' })

/** The file a window exports; who and when differ from window to window on purpose. */
function exportFrom(set: ChangeSet, { computer, slot }: Window): string {
  const at = `2018-10-0${slot + 1}T12:00:00.000Z`
  return writePlanFile({ set, by: { replica: computer.replica, name: `Computer "${computer.replica}"` }, at, app: 'Quarterdeck 0.1.0' })
}

function readBack(bytes: Uint8Array, set: ChangeSet): ChangeSet {
  const text = decoder.decode(bytes)
  const read = readPlanFile(text)
  if (!read.ok) throw new Error(`a file of our own is refused: ${read.problem.where}: ${read.problem.what}\n${text}`)
  insist(isSameSet(read.file.set, set), 'a file holds the whole set of changes, and reading gives it back')
  return read.file.set
}

function contentOf(text: string): string {
  const content = text.replace(/^ "by": .*\n "at": .*\n/m, '')
  insist(content.length < text.length, 'who and when stand on a line each')
  return content
}
