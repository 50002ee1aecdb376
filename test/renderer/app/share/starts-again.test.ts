import { afterEach, expect, test } from 'vitest'
import { planId } from '../../data/fake-computer.ts'
import { add, gatherTeam, goals, standing, type Team } from './team.ts'

let team: Team
afterEach(() => team.disband())

test('[J88] a window that opens a shared plan which nobody has changed writes nothing into the folder, and reads its own plan file the first time only', async () => {
  team = gatherTeam()
  const { folder, here } = team
  await (await team.sharing()).close()
  const [own] = [...folder.files.keys()].filter((path) => path.startsWith('replicas/'))
  const reads: string[] = []
  folder.onRead = (path) => void reads.push(path)
  const opened: (readonly [read: boolean, writes: number])[] = []
  for (let start = 0; start < 3; start += 1) {
    reads.length = 0
    const before = folder.writes
    const window = await team.open(here)
    await window.desk.open({ id: planId })
    await expect.poll(() => standing(window)).toBe('upToDate')
    opened.push([reads.includes(own ?? ''), folder.writes - before])
    await window.close()
  }
  expect(opened).toEqual([[true, 0], [false, 0], [false, 0]])
  const window = await team.open(here)
  await window.desk.open({ id: planId })
  add(window, 'goal:after')
  await expect.poll(() => folder.writes).toBeGreaterThan(0)
  const colleague = await team.joined()
  await expect.poll(() => goals(colleague)).toEqual(goals(window))
})
