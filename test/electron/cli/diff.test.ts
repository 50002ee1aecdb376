import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { fileOf, plan, type Ran } from './run-plan.ts'

// each run is a process of its own, and a busy machine takes its time to start them
vi.setConfig({ testTimeout: 30_000 })

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-cli-'))
})
afterEach(() => rm(folder, { recursive: true }))

const run = (...argv: readonly string[]): Ran => plan(argv, { folder })
const at = (hour: number): string => formatStamp({ ms: Date.UTC(2018, 11, 6, hour), counter: 0, writer: 'aaaaaaaaaa0' })
interface Diff {
  readonly records: readonly { readonly id: string; readonly change: string }[]
}

const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')

const start: readonly Change[] = [
  { at: at(8), on: 'plan:p', set: { title: 'TEC3 Pipeline', startsOn: '2018-07-01' } },
  { at: at(8), on: 'program:t', set: { code: 'TEC3', title: 'Pipeline', order: 'a0' } },
  { at: at(8), on: 'outcome:1', set: { program: 'program:t', number: '1', title: 'One toolchain', order: 'a0' } },
  { at: at(8), on: 'output:1', set: { outcome: 'outcome:1', number: '1.1', title: 'Builds', order: 'a0' } },
  { at: at(8), on: 'goal:a', set: { output: 'output:1', quarter: 1, title: 'Move the verify stage', description: `${long} old ${long}`, status: 'inProgress', order: 'a0', 'teams/SRE': true } },
  { at: at(8), on: 'goal:b', set: { output: 'output:1', quarter: 2, title: 'Collect metrics', order: 'a1' } },
  { at: at(8), on: 'note:n', set: { about: 'goal:a', date: '2018-10-02', text: 'We begin.' } },
]
const later: readonly Change[] = [
  ...start,
  { at: at(9), on: 'goal:a', set: { quarter: 2, status: 'done', description: `${long} new ${long}`, 'teams/SRE': false, 'teams/RelEng': true } },
  { at: at(9), on: 'goal:b', set: { deleted: true } },
  { at: at(9), on: 'goal:c', set: { output: 'output:1', quarter: 3, title: 'Write a report', order: 'a2' } },
  { at: at(9), on: 'note:n', set: { status: 'inProgress' } },
  { at: at(9), on: 'note:m', set: { about: 'goal:a', date: '2018-12', text: 'It is **Done**!\n\nAt last.' } },
  { at: at(9), on: 'outcome:1', set: { title: 'One toolchain for all' } },
]

describe('plan diff', () => {
  beforeEach(async () => {
    await writeFile(join(folder, 'a.plan.json'), fileOf(start))
    await writeFile(join(folder, 'b.plan.json'), fileOf(later))
  })

  test('[L20] tells goals, notes and all else that was added, dropped, moved or says something else, under its output', () => {
    expect(run('diff', 'a.plan.json', 'b.plan.json')).toEqual({
      exit: 0,
      err: '',
      out: `TEC3 Pipeline FY18/19: a.plan.json → b.plan.json
1 goal added, 1 goal dropped, 1 moved to another quarter, 1 with another status, 1 with another text, 1 with other details, 1 note added, 1 note changed, 1 other record changed

TEC3 / Outcome 1 One toolchain for all
  ~ Outcome 1 One toolchain for all
      Title: One toolchain{+ for all+}

TEC3 / Outcome 1 / Output 1.1 Builds
  ~ Move the verify stage (Q2, Done)
      Quarter: Q1 → Q2
      Description: … word52 word53 word54 word55 word56 word57 word58 word59 [-old-]{+new+} word0 word1 word2 word3 word4 word5 word6 word7 word8 …
      Status: In progress → Done
      Teams: + RelEng
      Teams: - SRE
  + Note of 2018-12 on "Move the verify stage"
      It is **Done**! At last.
  ~ Note of 2018-10-02 on "Move the verify stage"
      Status: none → In progress
  - Collect metrics (Q2, To do)
  + Write a report (Q3, To do)
`,
    })
  })

  test('[L20] says so where nothing differs, and compares with standard input', () => {
    expect(run('diff', 'a.plan.json', 'a.plan.json')).toEqual({ exit: 0, err: '', out: 'TEC3 Pipeline FY18/19: a.plan.json → a.plan.json\nNo difference\n' })
    expect(plan(['diff', '-', 'b.plan.json'], { folder, input: fileOf(later) }).out).toContain('standard input → b.plan.json\nNo difference\n')
  })

  test('[L21] as JSON it tells the same with ids, whole texts and counts', () => {
    const ran = run('diff', 'a.plan.json', 'b.plan.json', '--json')
    expect([ran.exit, ran.err]).toEqual([0, ''])
    const json = JSON.parse(ran.out) as { readonly records: readonly { readonly id: string }[] } // what the test is about
    expect(json).toMatchObject({
      plan: 'plan:p',
      before: { name: 'a.plan.json', by: { name: 'SRE laptop' } },
      counts: { goalAdded: 1, goalDropped: 1, moved: 1, status: 1, text: 1, other: 1, noteAdded: 1, noteChanged: 1, partChanged: 1 },
      statuses: { before: { todo: 1, inProgress: 1 }, after: { todo: 1, done: 1 } },
      outcomes: [{ outcome: 'outcome:1', number: '1', title: 'One toolchain for all' }],
    })
    expect(json.records.find(({ id }) => id === 'goal:a')).toEqual({
      id: 'goal:a',
      title: 'Move the verify stage',
      change: 'changed',
      aspects: ['moved', 'status', 'text', 'other'],
      program: 'program:t',
      outcome: 'outcome:1',
      output: 'output:1',
      moved: { from: 1, to: 2 },
      fields: [
        { field: 'description', before: `${long} old ${long}`, after: `${long} new ${long}` },
        { field: 'quarter', before: 1, after: 2 },
        { field: 'status', before: 'inProgress', after: 'done' },
        { field: 'teams/RelEng', before: null, after: true },
        { field: 'teams/SRE', before: true, after: null },
      ],
    })
  })

  test('[L22] what people wrote moves no cursor, wherever it stands', async () => {
    const hostile = 'x\u001b[31m\u202e\r\n'
    const fields = { title: hostile, description: hostile, reason: hostile, [`teams/${hostile}`]: true, [`tasks/${hostile}`]: true, colour: hostile }
    await writeFile(join(folder, 'c.plan.json'), fileOf([...later, { at: at(10), on: 'goal:a', set: fields }, { at: at(10), on: 'note:m', set: { text: hostile } }, { at: at(10), on: 'outcome:1', set: { number: hostile, title: hostile } }]))
    for (const pair of [['a', 'c'], ['c', 'a'], ['b', 'c']]) {
      const { out } = run('diff', ...pair.map((name) => `${name}.plan.json`))
      expect(out).toContain('x [31m')
      expect(out).toMatch(/^[^\p{Cc}\u202e]*$/mu)
      expect(out.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\u202e]*$/u)
    }
  })

  test("[L33] what a script's file leaves out is no difference, on whichever side it stands", async () => {
    await writeFile(join(folder, 'part.plan.json'), JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:p' }, goals: [{ id: 'goal:a', title: 'Said by a script' }, { id: 'goal:new', title: 'New' }] }))
    const [forth, back] = [['a', 'part'], ['part', 'a']].map((pair) => JSON.parse(run('diff', ...pair.map((name) => `${name}.plan.json`), '--json').out) as Diff)
    expect(forth?.records.map(({ id, change }) => [id, change]).toSorted()).toEqual([['goal:a', 'changed'], ['goal:new', 'added']])
    expect(back?.records.map(({ id, change }) => [id, change]).toSorted()).toEqual([['goal:a', 'changed'], ['goal:new', 'dropped']])
    expect(run('diff', 'part.plan.json', 'part.plan.json').out).toMatch(/^plan:p: part\.plan\.json → part\.plan\.json\nNo difference\n/)
  })

  test('[L23] files of different plans, and what is no plan, are refused', async () => {
    await writeFile(join(folder, 'c.plan.json'), fileOf([{ at: at(8), on: 'plan:q', set: { title: 'Other' } }]))
    await writeFile(join(folder, 'd.plan.json'), 'Dear all,')
    expect(run('diff', 'a.plan.json', 'c.plan.json')).toEqual({ exit: 1, out: '', err: "a.plan.json and c.plan.json hold different plans (plan:p, plan:q), which can't be compared.\n" })
    expect(run('diff', 'a.plan.json', 'd.plan.json')).toMatchObject({ exit: 1, out: '' })
    expect(run('diff', 'a.plan.json')).toMatchObject({ exit: 2, out: '' })
  })
})

describe('plan schema', () => {
  test('[L24] prints the schema that stands beside the code, and a file made by a script is checked like any other', async () => {
    const ran = run('schema')
    expect(JSON.parse(ran.out)).toMatchObject({ title: 'Annual plan', required: ['format', 'version', 'plan'] })
    expect(run('schema', '-o', 'schema.json')).toEqual({ exit: 0, out: '', err: '' })
    await writeFile(join(folder, 'script.plan.json'), JSON.stringify({ $schema: './schema.json', format: 'annual-plan', version: 1, plan: { id: 'plan:p' }, goals: [{ id: 'goal:z', title: 'Deploy Zotero', status: 'done', quarter: 2 }] }))
    expect(run('check', 'script.plan.json').out).toMatch(/^script\.plan\.json is valid: plan:p\nIt was made by a script: opened or merged, what differs is taken as edits\.\n0 programs, 0 outcomes, 0 outputs, 1 goal, 0 notes\n/)
    expect(run('show', 'script.plan.json').out).toContain('Done (1)\n       Deploy Zotero\n')
    expect(JSON.parse(run('check', 'script.plan.json', '--json').out)).toMatchObject({ valid: true, byHand: false, byScript: true, plan: { id: 'plan:p', title: '', startsOn: null } })
    expect(run('show', 'script.plan.json').out).toMatch(/^plan:p\n1 goal/)
    expect(run('show', 'script.plan.json', '--quarter', '2').out).toMatch(/^plan:p Q2\n1 goal/)
  })
})
