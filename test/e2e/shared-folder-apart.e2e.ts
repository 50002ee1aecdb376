import { rename as move } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saved, takePictures } from './app.ts'
import { boardOf, look, showQuarter, type SharingComputer } from './sharing-computers.ts'
import { addGoal, addNote, go, removeGoal, rename, setStatus } from './sharing-edits.ts'
import { gatherTeam, shareAmong, untilAllShow, untilSeen, type Team } from './sharing-team.ts'

// Two computers with the app and one with a browser, which share a plan and are apart for a while.

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
  folder = await shareAmong(team)
})

afterAll(() => team.disband())

const conflicts = (on: SharingComputer): Locator => on.page().getByRole('main', { name: 'Exchange' }).getByRole('group', { name: 'Edits to review' }).getByRole('listitem')

/** Opens the plan that was open last, where the planner begins with its list. */
async function openAgain(on: SharingComputer): Promise<void> {
  if ((await on.page().getByRole('region', { name: 'Begin' }).count()) > 0) await on.page().getByRole('button', { name: /TEC3/ }).first().click()
  await showQuarter(on, 2)
}

test('[D132] computers that were closed for a while have everything once they are opened again, and what was done there last goes out', async () => {
  await setStatus(release, 'Adopt more services', '2')
  await saved(release.page())
  await Promise.all([release.stop(), room.stop()])
  await rename(sre, 'Deploy blubberoid', 'Deploy blubberoid to every cluster')
  await addGoal(sre, 'Deploy blubberoid', 'Drill the rollback')
  await saved(sre.page())
  await Promise.all([release, room].map((each) => each.start()))
  await Promise.all([release, room].map(openAgain))
  await untilAllShow(all, ['In progress: Adopt more services', 'Done: Deploy blubberoid to every cluster', 'Done: Drill the rollback'])
  expect(await Promise.all(all.map((each) => each.page().getByText(/to review/).count()))).toEqual([0, 0, 0]) // what was edited apart was of different goals
})

test('[D133] what was edited apart is there on all: of two edits of one field one conflict waits, in the list that all have, and of other fields none', async () => {
  await move(folder, `${folder}-away`)
  await Promise.all(all.map(look))
  await Promise.all(all.map((each) => each.page().locator('[data-share="out"]').waitFor()))
  await rename(sre, 'Drill the rollback', 'Drill the rollback every month')
  await setStatus(room, 'Drill the rollback', '2')
  await setStatus(room, 'Formalize', '6')
  await rename(release, 'Drill the rollback', 'Drill the rollback on a Tuesday')
  await Promise.all(all.map((each) => saved(each.page())))
  await takePictures(sre.page(), 'team-away')
  await move(`${folder}-away`, folder)
  await untilAllShow(all, ['In progress: Drill the rollback on a Tuesday', 'Done: Formalize'])
  for (const each of all) {
    // the list opens at what is to review only where something is; the boards are alike before all of it has come
    await untilSeen({ team: all, on: each, isSo: async () => (await each.page().getByRole('contentinfo').getByRole('button', { name: /1 to review/ }).count()) > 0 })
    await go(each, 'e')
    await conflicts(each).first().waitFor()
    await expect.poll(() => conflicts(each).count()).toBe(1)
    await expect.poll(() => conflicts(each).textContent()).toMatch(/every month.*on a Tuesday/)
  }
  await takePictures(room.page(), 'team-conflict')
  await conflicts(room).locator('[data-side="earlier"]').click()
  for (const each of all) {
    await untilSeen({ team: all, on: each, isSo: async () => (await conflicts(each).count()) === 0 })
    await go(each, 'b')
  }
  await untilAllShow(all, ['In progress: Drill the rollback every month'])
})

test('[O171] [O173] a note and an edit of a goal that somebody deleted meanwhile are one conflict, the same on all, which names both; its row opens the goal, and it is brought back', async () => {
  await move(folder, `${folder}-away`)
  await Promise.all(all.map(look))
  await Promise.all(all.map((each) => each.page().locator('[data-share="out"]').waitFor()))
  await removeGoal(sre, 'Formalize')
  await addNote(release, 'Formalize', 'Talked to all teams')
  await rename(room, 'Formalize', 'Formalize the reviews')
  await Promise.all(all.map((each) => saved(each.page())))
  await move(`${folder}-away`, folder)
  for (const each of all) {
    await untilSeen({ team: all, on: each, isSo: async () => (await each.page().getByRole('contentinfo').getByRole('button', { name: /1 to review/ }).count()) > 0 })
    await go(each, 'e')
    await conflicts(each).first().waitFor()
    await untilSeen({ team: all, on: each, isSo: async () => /went on with it:.*Formalize the reviews/i.test((await conflicts(each).allTextContents()).join()) && /Wrote a note on it: Talked to all teams/.test((await conflicts(each).allTextContents()).join()) })
    expect(await conflicts(each).count()).toBe(1)
  }
  await takePictures(sre.page(), 'team-buried')
  await sre.page().getByRole('radio', { name: /^Changed by others/ }).click()
  const row = sre.page().getByRole('list', { name: 'Changed by others' }).getByRole('listitem').filter({ hasText: 'Formalize the reviews' })
  await row.getByText('deleted meanwhile').waitFor()
  await takePictures(sre.page(), 'team-buried-row')
  await row.locator('[data-main]').click()
  await sre.page().getByRole('complementary').getByText('This goal was deleted.').waitFor()
  await takePictures(sre.page(), 'team-buried-panel')
  await sre.page().keyboard.press('Escape')
  await conflicts(room).getByRole('button', { name: /Bring it back/ }).click()
  for (const each of all) {
    await untilSeen({ team: all, on: each, isSo: async () => (await conflicts(each).count()) === 0 })
    await go(each, 'b')
  }
  await untilAllShow(all, ['Done: Formalize the reviews'])
})

test('[D136] a browser that asks again for the folder reads and writes nothing there until a person presses Allow, and then everything goes on', async () => {
  await saved(room.page())
  await room.page().addInitScript(() => {
    let state: PermissionState = 'prompt'
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state),
      // as a browser does: it asks only where a person has just pressed something
      requestPermission: () => Promise.resolve((state = navigator.userActivation.isActive ? 'granted' : state)),
    })
  })
  await room.page().reload()
  await openAgain(room)
  const bar = room.page().getByRole('contentinfo')
  await bar.getByRole('button', { name: 'The browser asks again for the folder' }).waitFor()
  await setStatus(room, 'Adopt more services', '6')
  await rename(sre, 'Formalize', 'Formalize the metrics')
  await Promise.all(all.map((each) => saved(each.page())))
  await untilAllShow([sre, release], ['Done: Formalize the metrics'])
  await room.page().waitForTimeout(1_500) // longer than from an edit to when it goes out
  await Promise.all(all.map(look))
  expect(await boardOf(room)).not.toContain('Done: Formalize the metrics')
  expect(await boardOf(sre)).toContain('In progress: Adopt more services into the pipeline')
  await bar.getByRole('button', { name: 'The browser asks again for the folder, 1 change waiting' }).waitFor()
  await takePictures(room.page(), 'team-asks')
  await bar.getByRole('button', { name: 'Allow' }).click()
  await untilAllShow(all, ['Done: Adopt more services', 'Done: Formalize the metrics'])
})
