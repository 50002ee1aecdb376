import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { addChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { finish } from '../../shared/changes/steps.ts'
import { readPlanFile, type PlanFile } from '../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { createShare } from '../../shared/share/create-share.ts'
import { pathOfItem } from '../../shared/share/folder/folder-path.ts'
import { openText } from '../e2e/open-text.ts'
import { look, run, setUpBrowser, type SharingComputer } from '../e2e/sharing-computers.ts'
import { createMemoryMailbox, createMemoryPlace } from '../shared/share/memory-mailbox.ts'
import { bigPlan } from './big-plan.ts'
import { median, row } from './measure.ts'
import { tasksDuring } from './page-tasks.ts'

const replica = 'ssssssssss'
const rounds = 5
const day = 100

/** What a colleague's edits cost the page when they come through a shared folder: of its longest task what it really worked. */
export async function benchLook(): Promise<void> {
  const small = await longestTasks(1_000)
  const large = await longestTasks(10_000)
  row("a colleague's edit comes in, 10,000 goals", { ms: large.edit, 'against 1,000 goals': large.edit / small.edit })
  row(`a colleague's ${day} edits, 10,000 goals`, { ms: large.day, 'against 1,000 goals': large.day / small.day })
}

async function longestTasks(goals: number): Promise<{ readonly edit: number; readonly day: number }> {
  const place = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'))
  const computer = await setUpBrowser('Release laptop')
  const folder = await shareLarge({ computer, goals, place })
  const colleague = await createColleague({ folder, goals })
  const longest = async (edits: number): Promise<number> => {
    await colleague(edits)
    const page = computer.page()
    const tasks = await tasksDuring(page, async () => {
      await page.waitForTimeout(200) // a file that changed a moment ago would be looked at again
      await look(computer)
      await page.waitForTimeout(2_000)
    })
    return Math.max(0, ...tasks.map(({ workMs }) => workMs))
  }
  await longest(1) // the first reads all that the colleague has put
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(await longest(1))
  const times = { edit: median(taken), day: await longest(day) }
  await computer.remove()
  await rm(place, { recursive: true, force: true, maxRetries: 3 })
  return times
}

async function shareLarge({ computer, goals, place }: { readonly computer: SharingComputer; readonly goals: number; readonly place: string }): Promise<string> {
  const page = await computer.start()
  page.setDefaultTimeout(60_000)
  await openText(page, 'large.plan.json', writePlanFile({ set: bigPlan({ goals }), by: { replica: 'aaaaaaaaaa', name: 'x' }, at: '2018-12-06T16:42:00Z', app: 'x' }))
  await page.getByRole('radio', { name: /^Year/ }).click()
  await page.locator('[data-goal]').first().waitFor()
  await page.locator('[data-saving="saved"]').waitFor({ timeout: 120_000 })
  await computer.giveFolder(place)
  await run(page, 'Share through a folder…')
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  await page.locator('[data-share="upToDate"]').waitFor()
  await page.waitForTimeout(4_000) // the checkpoint is written when nobody waits for it
  return join(place, (await readdir(place))[0] ?? '')
}

/** Somebody who shares the plan from a computer of their own. @returns makes so many edits and puts them in the folder */
async function createColleague({ folder, goals }: { readonly folder: string; readonly goals: number }): Promise<(count: number) => Promise<void>> {
  const file = await readShared(folder)
  const place = createMemoryPlace()
  let set: ChangeSet = file.set
  let made = 0
  const share = createShare({
    mailbox: createMemoryMailbox(place),
    now: Date.now,
    app: 'bench 1',
    run: async (steps) => finish(steps),
    plan: {
      id: file.planId,
      by: () => ({ replica, name: 'SRE laptop' }),
      title: () => 'Big',
      set: () => set,
      isSafe: () => true,
      receive: () => undefined,
      snapshots: { known: async () => new Set(), here: async () => [], text: async () => null, keep: async () => {} },
    },
  })
  const written = new Map<string, string>()
  const put = async (): Promise<void> => {
    await share.look()
    for (const [name, { text, version }] of place.texts) {
      const path = name === 'share' ? null : pathOfItem(name)
      if (path === null || written.get(name) === version) continue
      written.set(name, version)
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
  }
  await put()
  return async (count) => {
    const at = Date.now()
    const edits = Array.from({ length: count }, (_, index) => ({ at: formatStamp({ ms: at, counter: index, writer: `${replica}0` }), on: `goal:g${((made + index) * 37) % goals}`, set: { title: `Reworded ${made + index}` } }) as const)
    made += count
    set = addChanges(set, edits).set
    await put()
  }
}

async function readShared(folder: string): Promise<PlanFile> {
  const [own = ''] = await readdir(join(folder, 'replicas'))
  const read = readPlanFile(await readFile(join(folder, 'replicas', own), 'utf8'))
  if (!read.ok) throw new Error('what was shared is no plan')
  return read.file
}
