import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf } from '../../../../shared/changes/fold.ts'
import { isKnown } from '../../../../shared/changes/knows.ts'
import { replicaOf } from '../../../../shared/changes/stamp.ts'
import { finish } from '../../../../shared/changes/steps.ts'
import { addGoal } from '../../../../shared/edits/goal-edits.ts'
import { createPlan } from '../../../../shared/edits/tree-edits.ts'
import { readItemInSteps } from '../../../../shared/share/read-item.ts'
import { planId, settled, valueOf } from '../../data/fake-computer.ts'
import { computerAtShare, type ComputerAtShare, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder } from './memory-folders.ts'

const name = { action: 'goalAdded', subject: '' }

function add(window: WindowAtShare, key: string): void {
  const { view, act } = window.session().plan.getState()
  act(name, addGoal({ view, id: `goal:${key}`, title: key, output: null, quarter: 1, status: 'todo', after: [] }))
}

/** Everything of a text that goes out is on the disk by then: whoever starts from it knows as much. */
async function expectOnDisk(computer: ComputerAtShare, text: string): Promise<void> {
  const item = finish(readItemInSteps({ text, planId }))
  if (item.kind === 'unread') return
  const window = await computer.openWindow()
  const storage = window.library.openPlan(planId)
  const { knows } = valueOf(await storage.load())
  storage.close()
  const own = valueOf(await window.library.computer()).replica
  const missing = [...changesOf(item.set)].filter(({ at }) => replicaOf(at) === own && !isKnown({ knows, stamp: at }))
  expect(missing).toEqual([])
}

test('[O70] nothing is handed out that isn’t on the disk, whatever is edited and whichever window dies when', async () => {
  let handedOut = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('edit', 'edit', 'other', 'pause', 'kill'), { minLength: 4, maxLength: 14 }), async (steps) => {
      const folder = createMemoryFolder('Pipeline.planfolder')
      const here = computerAtShare({ name: 'SRE laptop', writesInMs: 15 })
      here.folders.next = folder
      let first = await here.openWindow()
      await first.desk.open({ id: planId, fill: ({ plan }) => plan.getState().act(name, createPlan({ id: planId, title: 'Pipeline', startsOn: '2018-07-01' })) })
      folder.onWrite = async (path, text) => {
        if (!path.endsWith('.json') || path === 'plan.json') return
        handedOut += 1
        await expectOnDisk(here, text)
      }
      expect(await first.actions.chooseShareFolder()).toBeNull()
      await expect.poll(() => first.session().plan.getState().saving.kind).toBe('saved')
      let second = await here.openWindow()
      await second.desk.open({ id: planId })
      for (const [index, step] of steps.entries()) {
        if (step === 'edit') add(first, `a${index}`)
        else if (step === 'other') add(second, `b${index}`)
        else if (step === 'pause') await new Promise((done) => setTimeout(done, 12))
        else {
          first.kill()
          first = second
          second = await here.openWindow()
          await second.desk.open({ id: planId })
        }
      }
      await new Promise((done) => setTimeout(done, 20))
      first.kill()
      second.kill()
      await settled()
    }),
    { numRuns: 12 },
  )
  expect(handedOut).toBeGreaterThan(25)
}, 60_000)
