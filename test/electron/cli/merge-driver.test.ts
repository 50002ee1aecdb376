import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentOf, plan, type Ran } from './run-plan.ts'
import { branchA, branchB, start, stateOf } from './two-branches.ts'

// each run is a process of its own, and a busy machine takes its time to start them
vi.setConfig({ testTimeout: 30_000 })

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-driver-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** As git runs a driver: three files with names of its own, and the path of the plan; what is written over the second counts. */
async function drive({ base, ours, theirs }: { readonly base: string; readonly ours: string; readonly theirs: string }): Promise<Ran & { readonly result: string }> {
  await Promise.all([writeFile(join(folder, '.merge_file_a1'), base), writeFile(join(folder, '.merge_file_b2'), ours), writeFile(join(folder, '.merge_file_c3'), theirs)])
  const ran = plan(['merge', '.merge_file_a1', '.merge_file_b2', '.merge_file_c3', 'plans/tec3.plan.json'], { folder })
  expect((await readdir(folder)).toSorted()).toEqual(['.merge_file_a1', '.merge_file_b2', '.merge_file_c3'])
  return { ...ran, result: await readFile(join(folder, '.merge_file_b2'), 'utf8') }
}

describe('plan merge as a merge driver', () => {
  test('[L26] writes the union over our file, and says on standard error what both sides edited', async () => {
    const merged = await drive({ base: start, ours: branchA, theirs: branchB })
    expect([merged.exit, merged.out]).toEqual([0, ''])
    expect(merged.err).toMatch(/^1 new record, 1 changed field, 1 edited on both sides\ngoal:g "Deploy": status: /)
    expect(stateOf(merged.result)).toEqual({ g: 'Deploy blocked', h: 'Of the other branch todo', conflicts: 1 })
  })

  test('[L26] a base that is empty, damaged or of another plan is no reason to refuse', async () => {
    const expected = contentOf((await drive({ base: start, ours: branchA, theirs: branchB })).result)
    for (const base of ['', 'no plan', start.replaceAll('plan:p', 'plan:q')]) {
      const merged = await drive({ base, ours: branchA, theirs: branchB })
      expect([merged.exit, contentOf(merged.result)]).toEqual([0, expected])
    }
  })

  test.each([
    ['theirs', { ours: branchA, theirs: '{"format": "annual-plan",' }, 'plans/tec3.plan.json (theirs): '],
    ['ours', { ours: `<<<<<<< HEAD\n${branchA}`, theirs: branchB }, 'plans/tec3.plan.json (ours): '],
    ['another plan', { ours: branchA, theirs: branchB.replaceAll('plan:p', 'plan:q') }, 'plans/tec3.plan.json (ours) and plans/tec3.plan.json (theirs) hold different plans'],
  ])('[L26] refused (%s) it ends with 1 and leaves our file as it was', async (_, sides, reason) => {
    const merged = await drive({ base: start, ...sides })
    expect([merged.exit, merged.out, merged.result]).toEqual([1, '', sides.ours])
    expect(merged.err).toContain(reason)
  })

  test('[L27] what both edited is kept in the file as a conflict, in the same bytes whoever merges, in whichever direction', async () => {
    const here = await drive({ base: start, ours: branchA, theirs: branchB })
    const there = await drive({ base: start, ours: branchB, theirs: branchA })
    expect(contentOf(here.result)).toBe(contentOf(there.result))
  })

  test('[L27] where one side has all of it already, that side is the result to the byte', async () => {
    const { result } = await drive({ base: start, ours: branchA, theirs: branchB })
    for (const sides of [{ ours: result, theirs: branchB }, { ours: branchA, theirs: result }, { ours: result, theirs: result }]) {
      expect((await drive({ base: start, ...sides })).result).toBe(result)
    }
  })

  test('[L25] a file changed by hand is held against the base, so that what the other branch did meanwhile stays', async () => {
    const hand = start.replace('"Deploy"', '"Deploy it"')
    for (const sides of [{ ours: branchA, theirs: hand }, { ours: hand, theirs: branchA }]) {
      const merged = await drive({ base: start, ...sides })
      expect([merged.exit, stateOf(merged.result)]).toEqual([0, { g: 'Deploy it done', h: null, conflicts: 0 }])
      expect(merged.result).toContain('"name":"tec3.plan.json"')
    }
  })

  test('[L25] a value changed by hand on one branch and in the app on the other is a conflict', async () => {
    const merged = await drive({ base: start, ours: branchA, theirs: start.replace('"todo"', '"stalled"') })
    expect([merged.exit, stateOf(merged.result)]).toEqual([0, { g: 'Deploy stalled', h: null, conflicts: 1 }])
  })
})
