import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shareText } from '../../../shared/share/share-item.ts'
import { folderToJoin, makePlanFolder } from '../../../electron/main/folders/plan-folder.ts'

let place: string

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-place-')))
})
afterEach(() => rm(place, { recursive: true, force: true }))

describe('[J51] a plan gets a folder of its own in the place that was chosen', () => {
  const make = (suggestedName = 'TEC3') => makePlanFolder({ place, suggestedName })

  test('named after it, with a number where the name is taken', async () => {
    const made: string[] = []
    for (let time = 0; time < 3; time += 1) {
      made.push(await make())
      await writeFile(join(made.at(-1) ?? '', 'plan.json'), '{}')
    }
    expect(made).toEqual(['TEC3.planfolder', 'TEC3 2.planfolder', 'TEC3 3.planfolder'].map((name) => join(place, name)))
  })

  test('the one in which this plan is shared already is taken; that of another plan, and what is none, are not', async () => {
    const [another, mine] = ['TEC3.planfolder', 'TEC3 3.planfolder'].map((name) => join(place, name))
    for (const folder of [another, join(place, 'TEC3 2.planfolder'), mine]) await mkdir(folder ?? '')
    await writeFile(join(another ?? '', 'plan.json'), shareText({ planId: 'plan:other', title: 'TEC3' }))
    await writeFile(join(place, 'TEC3 2.planfolder/plan.json'), '{')
    await writeFile(join(mine ?? '', 'plan.json'), shareText({ planId: 'plan:tec3', title: 'As it was called before' }))
    const before = await readdir(place, { recursive: true })
    expect(await makePlanFolder({ place, suggestedName: 'TEC3', plan: 'plan:tec3' })).toBe(mine)
    expect(await readdir(place, { recursive: true })).toEqual(before)
  })

  test('[D165] the one in which this plan is shared is taken up under whatever name, before any copy of it; a link to one is not', async () => {
    const names = ['As before (conflicted copy).planfolder', 'As before.planfolder', 'Pipeline.planfolder']
    for (const name of names) await mkdir(join(place, name))
    for (const [index, planId] of (['plan:tec3', 'plan:tec3', 'plan:other'] as const).entries()) await writeFile(join(place, names[index] ?? '', 'plan.json'), shareText({ planId, title: 'As before' }))
    expect(await makePlanFolder({ place, suggestedName: 'Pipeline', plan: 'plan:tec3' })).toBe(join(place, 'As before.planfolder'))
    expect((await readdir(place)).toSorted()).toEqual(names)
    for (const name of names.slice(0, 2)) await rm(join(place, name), { recursive: true })
    await mkdir(join(place, 'elsewhere'))
    await writeFile(join(place, 'elsewhere', 'plan.json'), shareText({ planId: 'plan:tec3', title: 'As before' }))
    await symlink('elsewhere', join(place, 'Linked.planfolder'))
    expect(await makePlanFolder({ place, suggestedName: 'Linked', plan: 'plan:tec3' })).toBe(join(place, 'Linked 2.planfolder'))
  })

  test('an empty one that is there is taken; a file, and a link, are not', async () => {
    await mkdir(join(place, 'empty'))
    await symlink('empty', join(place, 'TEC3.planfolder'))
    await writeFile(join(place, 'TEC3 2.planfolder'), 'x')
    await mkdir(join(place, 'TEC3 3.planfolder'))
    expect([await make(), (await readdir(place)).length]).toEqual([join(place, 'TEC3 3.planfolder'), 4])
  })

  test('a shared folder that was chosen itself is taken as it is', async () => {
    const path = join(place, 'Release.planfolder')
    await mkdir(path)
    await writeFile(join(path, 'plan.json'), '{}')
    expect(await makePlanFolder({ place: path, suggestedName: 'TEC3' })).toBe(path)
    expect(await readdir(path)).toEqual(['plan.json'])
  })

  test.each([['../../etc', 'etc'], ['/', 'plan'], ['a\0b', 'ab'], ['x'.repeat(9_000), 'x'.repeat(60)]])('a title like %j makes it nowhere else', async (title, name) => {
    expect([await make(title), await readdir(place)]).toEqual([join(place, `${name}.planfolder`), [`${name}.planfolder`]])
  })

  test('the place is kept by its real path, and one that is gone is a failure', async () => {
    await symlink(place, join(place, 'link'))
    expect(await makePlanFolder({ place: join(place, 'link'), suggestedName: 'TEC3' })).toBe(join(place, 'TEC3.planfolder'))
    await expect(makePlanFolder({ place: join(place, 'gone'), suggestedName: 'TEC3' })).rejects.toThrow('ENOENT')
  })
})

describe('[J52] who joins may choose the folder, or anything in it', () => {
  test.each(['.', 'plan.json', 'replicas', 'replicas/k3m9x2p7qa.json'])('%s', async (chosen) => {
    for (const name of ['TEC3.planfolder', 'named otherwise']) {
      const folder = join(place, name)
      await mkdir(join(folder, 'replicas'), { recursive: true })
      for (const file of ['plan.json', 'replicas/k3m9x2p7qa.json']) await writeFile(join(folder, file), '{}')
      expect(await folderToJoin(join(folder, chosen))).toBe(folder)
    }
  })

  test('a folder that is none of a share yet is itself, for its files may be on their way', async () => {
    await mkdir(join(place, 'a/b/c'), { recursive: true })
    expect(await folderToJoin(join(place, 'a/b/c'))).toBe(join(place, 'a/b/c'))
    await expect(folderToJoin(join(place, 'gone'))).rejects.toThrow('ENOENT')
  })
})
