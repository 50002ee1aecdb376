import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp, type Stamp } from '../../../shared/changes/stamp.ts'
import { digestOfContent } from '../../../shared/file/digest.ts'
import { readPlanFile, type PlanFile } from '../../../shared/file/read-plan-file.ts'
import { problemText } from '../../../shared/file/problem.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'

export const stampAt = (ms: number, writer = 'aaaaaaaaaa0'): Stamp => formatStamp({ ms, counter: 0, writer })

/** A small plan with something of everything: fields, sets, history, a deleted goal, a computer's name. */
export const sampleChanges: readonly Change[] = [
  { at: stampAt(1), on: 'plan:p', set: { title: 'TEC3 Deployment Pipeline', startsOn: '2018-07-01' } },
  { at: stampAt(1), on: 'program:t', set: { code: 'TEC3', title: 'Deployment Pipeline', order: 'a0' } },
  { at: stampAt(1), on: 'outcome:1', set: { program: 'program:t', number: '1', title: 'One toolchain', order: 'a0' } },
  { at: stampAt(1), on: 'output:1', set: { outcome: 'outcome:1', number: '1.1', title: 'Builds', order: 'a0' } },
  { at: stampAt(1), on: 'goal:a', set: { output: 'output:1', quarter: 1, title: 'Move the verify stage', status: 'inProgress', order: 'a0', 'teams/SRE': true, 'tasks/T205923': true } },
  { at: stampAt(2), on: 'goal:a', set: { status: 'done', 'teams/SRE': false, 'teams/RelEng': true } },
  { at: stampAt(3, 'bbbbbbbbbb0'), on: 'goal:b', set: { output: 'output:1', quarter: 2, title: 'Collect metrics', status: 'todo', order: 'a1', stretch: true, deleted: true } },
  { at: stampAt(1), on: 'note:n', set: { about: 'goal:a', date: '2018-10-02', text: 'This is now **Done**!', status: 'done' } },
  { at: stampAt(3, 'bbbbbbbbbb0'), on: 'replica:bbbbbbbbbb', set: { name: 'SRE laptop' } },
]

export const envelope = { by: { replica: 'bbbbbbbbbb', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', app: 'Quarterdeck 0.1.0' } as const

export function writeFile(set: ChangeSet): string {
  return writePlanFile({ set, ...envelope })
}

export const sampleText = writeFile(foldChanges(sampleChanges))

type Raw = Record<string, unknown>

/** The sample file with something in it changed, and a digest that fits: as a program would write it. */
export function altered(change: (raw: Raw) => void): string {
  const raw = JSON.parse(sampleText) as Raw // its own writer says it is an object
  change(raw)
  return signed(raw)
}

export function signed(raw: Raw): string {
  const { digest: _, ...rest } = raw
  return JSON.stringify({ ...rest, digest: digestOfContent(rest) })
}

/** A row of the sample file, to be changed in place. */
export function rowOf(raw: Raw, collection: string, index = 0): Raw {
  const row = (raw[collection] as readonly Raw[])[index]
  if (row === undefined) throw new Error(`no ${collection}[${index}]`)
  return row
}

export function read(text: string): PlanFile {
  const result = readPlanFile(text)
  if (!result.ok) throw new Error(problemText(result.problem))
  return result.file
}

/** The reason why a text is refused, as people read it. Fails the test when it isn't. */
export function refusalOf(text: string): string {
  const result = readPlanFile(text)
  if (result.ok) throw new Error('it was not refused')
  if (Object.keys(result).toSorted().join() !== 'ok,problem') throw new Error('a refusal carries nothing but its reason')
  return problemText(result.problem)
}
