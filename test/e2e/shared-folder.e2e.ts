import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saved, takePictures } from './app.ts'
import { boardOf, look, run, type SharingComputer } from './sharing-computers.ts'
import { addGoal, addNote, card, removeGoal, rename, setStatus } from './sharing-edits.ts'
import { gatherTeam, shareAmong, untilAllShow, untilSeen, type Team } from './sharing-team.ts'

// Two computers with the app and one with a browser, which have one folder: what a team does on one day.

let team: Team
let sre: SharingComputer
let release: SharingComputer
let room: SharingComputer
let all: readonly SharingComputer[]
/** Where the folder of the plan lies. */
let folder: string

beforeAll(async () => {
  team = await gatherTeam()
  ;({ sre, release, room, all } = team)
})

afterAll(() => team.disband())

test('[D130] a plan that one computer shares through a folder is joined by others, in the app and in a browser, by opening that folder', async () => {
  folder = await shareAmong(team, 'team-share-dialog')
  expect(basename(folder)).toMatch(/^TEC3.*\.planfolder$/)
  expect(JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'))).toMatchObject({ format: 'annual-plan-share' })
  expect((await boardOf(sre)).length).toBeGreaterThan(5)
  await untilAllShow(all, await boardOf(sre))
})

test('[D131] what one computer edits is seen on all the others, and marked there', async () => {
  expect((await boardOf(sre)).filter((each) => each.includes('Formalize'))).toEqual([expect.not.stringMatching(/^Done/)])
  await setStatus(sre, 'Formalize the collection', '6')
  await rename(release, 'Deploy blubberoid', 'Deploy blubberoid to every cluster')
  await removeGoal(room, 'Outline the developer portal')
  await addNote(room, 'Define metrics', 'The metrics go into the template of each post-mortem.')
  await addGoal(sre, 'Adopt more services', 'Drill the rollback')
  await Promise.all(all.map((each) => saved(each.page())))
  await untilAllShow(all, ['Done: Formalize', 'Done: Deploy blubberoid to every cluster', 'Partially done: Drill the rollback'])
  for (const each of all) {
    await card(each, 'Outline the developer portal').waitFor({ state: 'detached' })
    await untilSeen({ team: all, on: each, isSo: async () => ((await card(each, 'Define metrics').textContent()) ?? '').includes('into the template') })
  }
  const marked = (on: SharingComputer): Promise<readonly string[]> => on.page().locator('main [data-goal]:has([data-others-mark]) p:first-of-type').allTextContents()
  // what came is marked a moment after it is shown
  await expect.poll(() => marked(sre)).toEqual([expect.stringMatching(/^Define metrics/), 'Deploy blubberoid to every cluster'])
  await expect.poll(() => marked(release)).toEqual(['Drill the rollback', expect.stringMatching(/^Formalize/), expect.stringMatching(/^Define metrics/)])
  await expect.poll(() => marked(room)).toEqual(['Drill the rollback', expect.stringMatching(/^Formalize/), 'Deploy blubberoid to every cluster'])
  for (const each of all) await takePictures(each.page(), `team-board-${each.name.replace(' ', '-').toLowerCase()}`)
})

test('[D138] what one computer edits comes to the others by itself, in the app and in a browser, without anybody looking', async () => {
  await rename(room, 'Pick up the logging', 'Pick up the logging at last')
  await Promise.all([sre, release].map((each) => card(each, 'Pick up the logging at last').waitFor()))
  await rename(release, 'Pick up the logging', 'Pick up the logging in January')
  await Promise.all([sre, room].map((each) => card(each, 'Pick up the logging in January').waitFor()))
  expect(new Set((await Promise.all(all.map(boardOf))).map(String)).size).toBe(1)
})

test('[D134] who leaves keeps the plan, the others go on, and who joins again has what was missed', async () => {
  await run(release.page(), 'Leave the share…')
  await takePictures(release.page(), 'team-leave')
  await release.page().getByRole('button', { name: 'Leave the share', exact: true }).click()
  await release.page().locator('[data-share]').waitFor({ state: 'detached' })
  const before = await boardOf(release)
  await rename(sre, 'Drill the rollback', 'Drill the rollback every month')
  await untilAllShow([sre, room], ['Partially done: Drill the rollback every month'])
  await setStatus(release, 'Adopt more services', '6')
  await saved(release.page())
  await Promise.all(all.map(look))
  await release.page().waitForTimeout(1_500) // longer than from an edit to when it goes out
  await Promise.all(all.map(look))
  expect(await boardOf(release)).toEqual(expect.arrayContaining(['Partially done: Drill the rollback', 'Done: Adopt more services into the pipeline']))
  expect((await boardOf(release)).length).toBe(before.length)
  for (const each of [sre, room]) expect(await boardOf(each)).toContain('Partially done: Adopt more services into the pipeline')
  await release.giveFolder(folder)
  await run(release.page(), 'Open a shared folder…')
  // all of a plan that is here goes out again
  await release.page().getByRole('dialog', { name: 'Share your plan there?' }).getByRole('button', { name: 'Join and share' }).click()
  await untilAllShow(all, ['Partially done: Drill the rollback every month', 'Done: Adopt more services'])
})
