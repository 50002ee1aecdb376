import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { takePictures } from './app.ts'
import { boardOf, look, nameComputer, run, setUpApp, setUpBrowser, showQuarter, type SharingComputer } from './sharing-computers.ts'

/** Two computers with the app and one with a browser, and a place on the disk that all of them have. */
export interface Team {
  readonly sre: SharingComputer
  readonly release: SharingComputer
  readonly room: SharingComputer
  readonly all: readonly SharingComputer[]
  readonly place: string
  readonly disband: () => Promise<void>
}

/** What is waited for comes by itself, if only with the half minute; a look brings it at once. */
const patience = { timeout: 12_000, interval: 200 } as const

export async function gatherTeam(): Promise<Team> {
  const place = await mkdtemp(join(tmpdir(), 'quarterdeck-team-'))
  const [sre, release, room] = await Promise.all([setUpApp('SRE laptop'), setUpApp('Release laptop'), setUpBrowser('Meeting room')])
  const all = [sre, release, room]
  await Promise.all(all.map((each) => each.start()))
  await Promise.all(all.map(nameComputer))
  return {
    sre,
    release,
    room,
    all,
    place,
    disband: async () => {
      await Promise.all(all.map((each) => each.remove()))
      await rm(place, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/**
 * The first shares the sample plan by the screens as a person does, and the others join.
 * @param pictures under which name pictures of the dialog are taken, where they are
 * @returns the folder of the plan
 */
export async function shareAmong({ sre, release, room, place }: Team, pictures?: string): Promise<string> {
  await sre.page().getByRole('button', { name: /sample/i }).first().click()
  await showQuarter(sre, 2)
  await run(sre.page(), 'Share through a folder…')
  await sre.giveFolder(place)
  if (pictures !== undefined) await takePictures(sre.page(), pictures)
  await sre.page().getByRole('button', { name: 'Choose a place…' }).click()
  await sre.page().locator('[data-share="upToDate"]').waitFor() // all of it lies there
  const [made = ''] = await readdir(place)
  const folder = join(place, made)
  const joinIn = async (joining: SharingComputer): Promise<void> => {
    await joining.giveFolder(folder)
    await joining.page().getByRole('button', { name: /shared folder/i }).first().click()
    await showQuarter(joining, 2)
  }
  await Promise.all([release, room].map(joinIn))
  return folder
}

/** Until something is so on a computer. */
export async function untilSeen({ team, on, isSo }: { readonly team: readonly SharingComputer[]; readonly on: SharingComputer; readonly isSo: () => Promise<boolean> }): Promise<void> {
  const seen = async (): Promise<boolean> => {
    await Promise.all(team.map(look))
    return isSo()
  }
  await expect.poll(seen, { ...patience, message: on.name }).toBe(true)
}

/** Until each board has these cards (`Done: Formalize`, told by how they begin), and all boards are the same. */
export async function untilAllShow(team: readonly SharingComputer[], cards: readonly string[]): Promise<void> {
  const boards = async (): Promise<readonly (readonly string[])[]> => {
    await Promise.all(team.map(look))
    return Promise.all(team.map(boardOf))
  }
  const has = (board: readonly string[]): readonly string[] => cards.filter((card) => board.some((shown) => shown.startsWith(card)))
  await expect.poll(async () => (await boards()).map(has), patience).toEqual(team.map(() => cards))
  await expect.poll(async () => new Set((await boards()).map((board) => board.join('\n'))).size, patience).toBe(1)
}
