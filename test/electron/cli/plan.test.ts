import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { contentOf, fileOf, plan, realPagePath, type Ran } from './run-plan.ts'

// each run is a process of its own, and a busy machine takes its time to start them
vi.setConfig({ testTimeout: 30_000 })

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-cli-'))
})
afterEach(() => rm(folder, { recursive: true }))

const run = (...argv: readonly string[]): Ran => plan(argv, { folder })
const at = (hour: number, replica: string): string => formatStamp({ ms: Date.UTC(2018, 11, 6, hour), counter: 0, writer: `${replica}0` })
const start = [
  { at: at(8, 'aaaaaaaaaa'), on: 'plan:p', set: { title: 'TEC3', startsOn: '2018-07-01' } },
  { at: at(8, 'aaaaaaaaaa'), on: 'goal:g', set: { title: 'Deploy', status: 'todo', quarter: 2 } },
  { at: at(8, 'aaaaaaaaaa'), on: 'replica:aaaaaaaaaa', set: { name: 'SRE laptop' } },
] as const

test('[G1] the command line reads and writes a plan under the ending of its own', async () => {
  await writeFile(join(folder, 'tec3.qdeck'), fileOf(start))
  expect(run('check', 'tec3.qdeck').exit).toBe(0)
  expect(run('merge', 'tec3.qdeck', 'tec3.qdeck', '-o', 'both.qdeck').exit).toBe(0)
  expect(readPlanFile(await readFile(join(folder, 'both.qdeck'), 'utf8')).ok).toBe(true)
})

describe('plan read', () => {
  test('[L1] a goals page becomes a plan file; what is supposed is said on standard error', async () => {
    const ran = run('read', realPagePath, '-o', 'tec3.plan.json')
    expect([ran.exit, ran.out]).toEqual([0, ''])
    expect(ran.err).toMatch(/^TEC3 Deployment Pipeline FY18\/19: 34 goals, 4 quarters, 36 notes, \d+ proposals, 0 lines not understood$/m)
    expect(ran.err).toContain('line 111: 3.1 Q2: supposed that "Adopt more services into Deployment pipeline" is Partially done: "This is now Done"')
    expect(ran.err).toContain('line 232: 4.1 Q3: supposed that no note was written for 2019-03')
    const file = readPlanFile(await readFile(join(folder, 'tec3.plan.json'), 'utf8'))
    expect(file.ok && [file.file.by, file.file.planId.slice(0, 5)]).toEqual([{ replica: '', name: 'command line' }, 'plan:'])
  })

  test('[L1] each line that was not understood is said with its number', () => {
    const ran = plan(['read', '-'], { folder, input: 'Program Goals and Status for FY18/19 edit\n\nedit\n\nOutcome 1 / Output 1.1 edit\n\nA\n\nB\n\nwho put this here\n\nGoal edit\n\n  • Do it\n' })
    expect(ran.exit).toBe(0)
    expect(ran.err).toContain('line 11: not understood: who put this here')
  })

  test('[L2] the same page gives the same plan every time, and holds only what the page says', () => {
    const [one, other] = [run('read', realPagePath), run('read', realPagePath)]
    expect(contentOf(one.out)).toBe(contentOf(other.out))
    const file = readPlanFile(one.out)
    expect(file.ok && [...file.file.set.knows.keys()].every((writer) => writer.endsWith('z'))).toBe(true)
  })

  test('[L3] what is no goals page is refused with line and reason, and no file is written', async () => {
    const ran = plan(['read', '-', '-o', 'no.plan.json'], { folder, input: '\nDear all,\nsee you on Monday.\n' })
    expect([ran.exit, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain('standard input: line 2: This is not a goals page')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('plan wikitext', () => {
  const deploy = '== Program Goals and Status for FY18/19 ==\n== Q2 ==\n=== Outcome 1 / Output 1.1 ===\n==== Goals ====\n* Deploy {{Done}} {{Foo}}\n'

  test('[L40] `plan read` takes wikitext too, says as what a page was read, and lists templates that are not known', () => {
    const ran = plan(['read', '-'], { folder, input: deploy })
    expect(ran.exit).toBe(0)
    expect(ran.err).toContain('standard input: read as wikitext of a goals page\n')
    expect(ran.err).toContain('line 5: unknown template: {{Foo}}\n')
    expect(run('read', realPagePath).err).toContain('read as text of a goals page\n')
  })

  test('[L41] `plan wikitext` writes a plan as the source of a wiki page, which `plan read` makes the same plan of', async () => {
    await writeFile(join(folder, 'tec3.plan.json'), run('read', realPagePath).out)
    expect(run('wikitext', 'tec3.plan.json', '-o', 'tec3.wiki')).toMatchObject({ exit: 0, out: '' })
    const back = run('read', 'tec3.wiki', '-o', 'back.plan.json')
    expect(back.err).toContain('tec3.wiki: read as wikitext written by Quarterdeck\n')
    expect(run('diff', 'tec3.plan.json', 'back.plan.json').out).toMatch(/nothing differs|no difference|the same/i)
  })

  test('[L42] `plan wikitext` refuses what is no plan, and to write over it', async () => {
    await writeFile(join(folder, 'no.plan.json'), '{}')
    expect(run('wikitext', 'no.plan.json')).toMatchObject({ exit: 1, out: '' })
    expect(run('wikitext', 'no.plan.json', '-o', 'no.plan.json').exit).toBe(2)
  })
})

describe('plan check', () => {
  test('[L4] a valid file is counted by record, quarter and status, in words and as JSON', async () => {
    await writeFile(join(folder, 'tec3.plan.json'), run('read', realPagePath).out)
    const ran = run('check', 'tec3.plan.json')
    expect([ran.exit, ran.err]).toEqual([0, ''])
    expect(ran.out).toMatch(/^tec3\.plan\.json is valid: TEC3 Deployment Pipeline FY18\/19\n1 program, 6 outcomes, 9 outputs, 38 goals, 37 notes\nQ1: 1 goal \(Done 1\)\nQ2: 7 goals/)
    const json = JSON.parse(run('check', 'tec3.plan.json', '--json').out) as { readonly quarters: Readonly<Record<string, unknown>> } // what the test is about
    expect(json).toMatchObject({ valid: true, plan: { title: 'TEC3 Deployment Pipeline', startsOn: '2018-07-01' }, records: { program: 1, outcome: 6, output: 9, goal: 38, note: 37 }, quarters: { Q1: { goals: 1, done: 1 }, unscheduled: { goals: 0 } } })
    expect(Object.keys(json.quarters)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'unscheduled'])
  })

  test('[L5] an invalid file is refused with the place in the file, as JSON too', async () => {
    await writeFile(join(folder, 'bad.plan.json'), '{"format":"something-else"}')
    const ran = run('check', 'bad.plan.json')
    expect([ran.exit, ran.out]).toEqual([1, ''])
    expect(ran.err).toBe('bad.plan.json: format: "something-else" is not "annual-plan": this is not a plan file\n')
    const json = run('check', '--json', 'bad.plan.json')
    expect([json.exit, JSON.parse(json.out)]).toEqual([1, { valid: false, problem: { where: 'format', what: '"something-else" is not "annual-plan": this is not a plan file' } }])
  })
})

describe('plan show', () => {
  test('[L6] the board of a quarter, or of the year, by status', async () => {
    await writeFile(join(folder, 'tec3.plan.json'), run('read', realPagePath).out)
    const quarter = run('show', 'tec3.plan.json', '--quarter', '2')
    expect(quarter.out).toMatch(/^TEC3 Deployment Pipeline FY18\/19 Q2, 2018-10-01 to 2018-12-31\n5 goals, 3 done\n\nPartially done \(2\)\n {2}1\.2 {2}Formalize .+ \[T205923\]\n {7}2018-12-06 /)
    expect(quarter.out).toContain('3.1  Adopt more services into Deployment pipeline [1 of 2 sub-goals done; RelEng, ServiceOps]')
    expect(run('show', 'tec3.plan.json').out).toMatch(/^TEC3 Deployment Pipeline FY18\/19\n24 goals, 6 done\n\nIn progress \(11\)/)
  })

  test('[L6] what stands in a title moves no cursor and colours nothing', () => {
    const file = fileOf([...start, { at: at(9, 'aaaaaaaaaa'), on: 'goal:g', set: { title: 'De\u001b[31mploy\u009b2J\u202etxt\r\nX' } }])
    const { out } = plan(['show', '-', '-q', '2'], { folder, input: file })
    expect(out).toContain('De [31mploy 2J txt X')
    expect(out).toMatch(/^[^\p{Cc}\u202e]*$/mu)
  })
})

describe('plan merge', () => {
  const mine = fileOf([...start, { at: at(9, 'aaaaaaaaaa'), on: 'goal:g', set: { status: 'done' } }])
  const theirs = fileOf([...start, { at: at(10, 'bbbbbbbbbb'), on: 'goal:g', set: { status: 'blocked' } }, { at: at(11, 'bbbbbbbbbb'), on: 'goal:h', set: { title: 'New' } }])

  beforeEach(async () => {
    await writeFile(join(folder, 'a.plan.json'), mine)
    await writeFile(join(folder, 'b.plan.json'), theirs)
  })

  test('[L7] the union of two files, with what both sides edited on standard error', () => {
    const ran = run('merge', 'a.plan.json', 'b.plan.json')
    expect(ran.exit).toBe(0)
    expect(ran.err).toBe('1 new record, 1 changed field, 1 edited on both sides\ngoal:g "Deploy": status: "done" (SRE laptop, 2018-12-06T09:00Z) or "blocked" (bbbbbbbbbb, 2018-12-06T10:00Z): "blocked" counts\n')
    const other = run('merge', 'b.plan.json', 'a.plan.json')
    expect(contentOf(ran.out)).toBe(contentOf(other.out))
  })

  test('[L7] merged again with one of the two, or into itself, nothing changes', () => {
    run('merge', 'a.plan.json', 'b.plan.json', '-o', 'a.plan.json')
    const ran = run('merge', 'a.plan.json', 'b.plan.json')
    expect(ran.err).toBe('0 new records, 0 changed fields, 0 edited on both sides\n')
    expect(contentOf(ran.out)).toBe(contentOf(run('merge', 'a.plan.json', 'a.plan.json').out))
  })

  test('[L7] whose clock runs ahead is said', async () => {
    const ahead = { at: formatStamp({ ms: Date.now() + 30.5 * 86_400_000, counter: 0, writer: 'bbbbbbbbbb0' }), on: 'goal:g', set: { status: 'blocked' } } as const
    await writeFile(join(folder, 'c.plan.json'), fileOf([...start, ahead]))
    expect(run('merge', 'a.plan.json', 'c.plan.json').err).toContain('the clock of bbbbbbbbbb is 31 days ahead')
  })

  test('[L8] two different plans are refused, and what was there stays', async () => {
    await writeFile(join(folder, 'c.plan.json'), fileOf([{ ...start[0], on: 'plan:other' }]))
    const ran = run('merge', 'a.plan.json', 'c.plan.json', '-o', 'b.plan.json')
    expect([ran.exit, ran.err]).toEqual([1, "a.plan.json and c.plan.json hold different plans (plan:p, plan:other), which don't merge.\n"])
    expect(await readFile(join(folder, 'b.plan.json'), 'utf8')).toBe(theirs)
  })

  test('[O153] two files that hold more together than can be read again are refused, and what was there stays', async () => {
    const filled = (hour: number, from: number): string => fileOf([...start, { at: at(hour, 'bbbbbbbbbb'), on: 'goal:g', set: Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`x${from + index}`, 1])) }])
    await Promise.all([writeFile(join(folder, 'c.plan.json'), filled(10, 0)), writeFile(join(folder, 'd.plan.json'), filled(11, 5_000))])
    const ran = run('merge', 'c.plan.json', 'd.plan.json', '-o', 'b.plan.json')
    expect([ran.exit, ran.err]).toEqual([1, 'c.plan.json and d.plan.json hold more together than a plan can, and nothing could read it again.\n'])
    expect(await readFile(join(folder, 'b.plan.json'), 'utf8')).toBe(theirs)
  })

  test('[L8] a damaged file is refused by its name', async () => {
    await writeFile(join(folder, 'c.plan.json'), mine.replace('"todo"', '"tod"'))
    const ran = run('merge', 'a.plan.json', 'c.plan.json')
    expect([ran.exit, ran.out, ran.err]).toEqual([1, '', 'c.plan.json: history[0].set.status: "tod" is not a status\n'])
  })

  test("[L25] a script's file is told as such, and never as one that was changed after it was written", async () => {
    await writeFile(join(folder, 'c.plan.json'), JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: 'plan:p' }, goals: [{ id: 'goal:g', status: 'stalled' }] }))
    const ran = run('merge', 'a.plan.json', 'c.plan.json')
    expect([ran.exit, ran.err]).toEqual([0, '0 new records, 1 changed field, 0 edited on both sides\nc.plan.json was made by a script: what differs was taken as edits\n'])
    await writeFile(join(folder, 'd.plan.json'), mine.replace(/^ "knows": .*\n/m, ''))
    expect(run('check', 'd.plan.json').out).toContain('It was changed by hand after it was written')
  })

  test('[L25] a file changed by hand is held against the other, and what differs is an edit of that file', async () => {
    await writeFile(join(folder, 'c.plan.json'), mine.replace('"Deploy"', '"Deploy everything"'))
    const ran = run('merge', 'a.plan.json', 'c.plan.json')
    expect([ran.exit, ran.err]).toEqual([0, '0 new records, 1 changed field, 0 edited on both sides\nc.plan.json was changed by hand: what differs was taken as edits\n'])
    await writeFile(join(folder, 'd.plan.json'), ran.out)
    expect(run('diff', 'a.plan.json', 'd.plan.json').out).toContain('Title: Deploy{+ everything+}')
    expect(run('merge', 'd.plan.json', 'c.plan.json').err).toMatch(/^0 new records, 0 changed fields, 0 edited on both sides\n/)
    expect(run('check', 'c.plan.json').out).toContain('It was changed by hand after it was written: opened or merged, what differs is taken as edits.')
    expect(JSON.parse(run('check', 'c.plan.json', '--json').out)).toMatchObject({ byHand: true, byScript: false })
  })
})

describe('files and pipes', () => {
  test('[L9] - is standard input, and without -o the result goes to standard output', async () => {
    const page = await readFile(realPagePath, 'utf8')
    const made = plan(['read', '-'], { folder, input: page })
    expect(contentOf(made.out)).toBe(contentOf(run('read', realPagePath, '-o', '-').out))
    const shown = plan(['show', '-'], { folder, input: made.out })
    expect([shown.exit, shown.err]).toEqual([0, ''])
    await writeFile(join(folder, 'a.plan.json'), made.out)
    expect(plan(['merge', 'a.plan.json', '-'], { folder, input: made.out }).err).toContain('0 new records')
  })

  test('[L32] started by npm from any folder, paths are meant from there', async () => {
    await writeFile(join(folder, 'page.txt'), await readFile(realPagePath))
    const project = resolve(import.meta.dirname, '../../..')
    const ran = spawnSync('npm', ['--prefix', project, 'run', '-s', 'plan', '--', 'read', 'page.txt', '-o', 'made.plan.json'], { cwd: folder, encoding: 'utf8' })
    expect([ran.status, (await readdir(folder)).toSorted()]).toEqual([0, ['made.plan.json', 'page.txt']])
  })

  test('[L10] what is misused ends with 2, says why and how it is used', () => {
    const ran = run('frob')
    expect([ran.exit, ran.out]).toEqual([2, ''])
    expect(ran.err).toMatch(/^"frob" is not a command\.\n\nPlans on the command line\.\n/)
  })

  test('[L10] --help says how it is used, on standard output', () => {
    const ran = run('--help')
    expect([ran.exit, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('plan merge A B')
  })

  test('[L11] a file is replaced whole, through a link, with nothing left beside it', async () => {
    await writeFile(join(folder, 'tec3.plan.json'), 'old', { mode: 0o640 })
    await symlink('tec3.plan.json', join(folder, 'link'))
    expect(run('read', realPagePath, '-o', 'link').exit).toBe(0)
    expect((await readdir(folder)).toSorted()).toEqual(['link', 'tec3.plan.json'])
    expect(readPlanFile(await readFile(join(folder, 'tec3.plan.json'), 'utf8')).ok).toBe(true)
  })

  test('[L11] where it can not be written the reason is said, and nothing is left', async () => {
    const ran = run('read', realPagePath, '-o', 'no/such/folder.plan.json')
    expect(ran.exit).toBe(1)
    expect(ran.err).toContain('no/such/folder.plan.json could not be written (ENOENT).')
    expect(await readdir(folder)).toEqual([])
  })

  test('[L12] what can not be read, or is no text, is refused by name', async () => {
    expect(run('check', 'gone.plan.json').err).toBe('gone.plan.json: It could not be read (ENOENT).\n')
    expect(run('check', '.')).toMatchObject({ exit: 1, err: '.: It could not be read (EISDIR).\n' })
    await writeFile(join(folder, 'latin.txt'), Buffer.from([0x4f, 0xe9, 0x0a]))
    expect(run('read', 'latin.txt')).toMatchObject({ exit: 1, err: 'latin.txt: It is not text in UTF-8. If it is text at all, save it as UTF-8.\n' })
    await writeFile(join(folder, 'large.json'), Buffer.alloc(64 * 1024 * 1024 + 1, 0x20))
    expect(run('check', 'large.json')).toMatchObject({ exit: 1, err: 'large.json: It is larger than 64 MB.\n' })
  })
})
