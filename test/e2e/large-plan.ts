import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { bigPlan } from '../bench/big-plan.ts'
import { openFile, setUpComputer, type OpenApp } from './app.ts'

export interface LargePlan extends OpenApp {
  /** The file it came from. */
  readonly text: string
  readonly close: () => Promise<void>
}

/** Opens a plan of so many goals from a file, on a computer of its own. */
export async function openLargePlan(goals: number): Promise<LargePlan> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-large-'))
  const path = join(folder, 'large.plan.json')
  const text = writePlanFile({ set: bigPlan({ goals }), by: { replica: 'aaaaaaaaaa', name: 'x' }, at: '2018-12-06T16:42:00Z', app: 'x' })
  await writeFile(path, text)
  const computer = await setUpComputer()
  const app = await computer.start()
  await openFile(app.page, path)
  await app.page.getByRole('radio', { name: /^Year/ }).waitFor({ timeout: 60_000 })
  const close = async (): Promise<void> => {
    await computer.remove()
    await rm(folder, { recursive: true })
  }
  return { ...app, text, close }
}
