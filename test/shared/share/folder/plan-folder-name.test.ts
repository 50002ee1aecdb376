import { expect, test } from 'vitest'
import { isPlanFolderName, planFolderName } from '../../../../shared/share/folder/plan-folder-name.ts'

test.each([
  ['TEC3 Deployment Pipeline', 1, 'TEC3 Deployment Pipeline.planfolder'],
  ['TEC3 Deployment Pipeline', 2, 'TEC3 Deployment Pipeline 2.planfolder'],
  ['tec3.planfolder', 1, 'tec3.planfolder'],
  [' TEC3.PlanFolder ', 3, 'TEC3 3.planfolder'],
  ['../../etc/passwd', 1, 'etc-passwd.planfolder'],
  ['..', 1, 'plan.planfolder'],
  ['', 2, 'plan 2.planfolder'],
  ['.hidden', 1, 'hidden.planfolder'],
  ['con', 1, 'con-.planfolder'],
  ['a\u202Egnp.exe', 1, 'agnp.exe.planfolder'],
  ['FY18/19: plan?', 1, 'FY18-19- plan-.planfolder'],
  ['計画', 1, '計画.planfolder'],
])('[J4] a folder for the plan %j, the %d. of its name, is called %s, which every system takes', (name, number, folder) => {
  expect(planFolderName({ name, number })).toBe(folder)
  expect(isPlanFolderName(folder)).toBe(true)
})

test('[J4] a title of any length makes a name that file systems take', () => {
  expect(new TextEncoder().encode(planFolderName({ name: '計'.repeat(5_000), number: 99 })).length).toBeLessThan(255)
})
