import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { bigPlan } from '../bench/big-plan.ts'
import { setUpComputer, type OpenApp } from './app.ts'
import { openText } from './open-text.ts'

export interface LargePlan extends OpenApp {
  /** The file it came from. */
  readonly text: string
  readonly close: () => Promise<void>
}

/** Opens a plan of so many goals from a file, on a computer of its own. */
export async function openLargePlan(goals: number): Promise<LargePlan> {
  const text = writePlanFile({ set: bigPlan({ goals }), by: { replica: 'aaaaaaaaaa', name: 'x' }, at: '2018-12-06T16:42:00Z', app: 'x' })
  const computer = await setUpComputer()
  const app = await computer.start()
  await openText(app.page, 'large.plan.json', text)
  await app.page.getByRole('radio', { name: /^Year/ }).waitFor({ timeout: 60_000 })
  return { ...app, text, close: computer.remove }
}
