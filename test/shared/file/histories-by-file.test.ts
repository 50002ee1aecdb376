import { expect, test } from 'vitest'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { fuzz, fuzzPlan } from '../changes/history/fuzz.ts'
import { insist, tallied, type Pack, type Window, type World } from '../changes/history/world.ts'
import { portraitOf } from '../changes/portrait.ts'

const { runs, seed } = fuzzPlan(600)

/** The file a window exports; who and when differ from window to window on purpose. */
function exportFrom(set: ChangeSet, { computer, slot }: Window): string {
  const at = `2018-10-0${slot + 1}T12:00:00.000Z`
  return writePlanFile({ set, by: { replica: computer.replica, name: `Computer "${computer.replica}"` }, at, app: 'Quarterdeck 0.1.0' })
}

function readBack(text: string): ChangeSet {
  const read = readPlanFile(text)
  if (!read.ok) throw new Error(`a file of our own is refused: ${read.problem.where}: ${read.problem.what}\n${text}`)
  return read.file.set
}

const byFile: Pack = (set, from) => {
  const text = exportFrom(set, from)
  let opened: ChangeSet | undefined
  return () => {
    if (opened !== undefined) return opened
    opened = readBack(text)
    insist(portraitOf(opened) === portraitOf(set), 'a file holds the whole set of changes, and reading gives it back')
    return opened
  }
}

function judgeExports(world: World): void {
  const texts = world.windows.map((window) => exportFrom(window.session.set, window))
  const contents = texts.map((text) => text.split('\n').filter((line) => !/^ "(by|at)": /.test(line)).join('\n'))
  insist(texts.every((text, index) => text.split('\n').length === (contents[index]?.split('\n').length ?? 0) + 2), 'who and when stand on a line each')
  insist(new Set(contents).size === 1, `in the end all exports are the same, byte for byte, but for who wrote them and when:\n${contents.join('\n\n')}`)
}

test('[C92] the same holds when computers exchange files of text, and in the end all their exports are byte-identical but for who wrote them and when', { timeout: 600_000 }, () => {
  const tally = fuzz({ title: 'by file', runs, seed, pack: byFile, onEnd: judgeExports })
  const never = tallied.filter((name) => tally[name] === 0)
  expect(runs < 600 ? [] : never).toEqual([])
})
