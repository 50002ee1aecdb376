import { expect } from 'vitest'
import { addGoal } from '../../../../shared/edits/goal-edits.ts'
import { createPlan } from '../../../../shared/edits/tree-edits.ts'
import type { GoalId } from '../../../../shared/model/ids.ts'
import { liveGoals } from '../../../../shared/plan/plan-view.ts'
import { planId, settled } from '../../data/fake-computer.ts'
import { computerAtShare, type ComputerAtShare, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder, type MemoryFolder } from './memory-folders.ts'

/** Two computers and a folder that both see. */
export interface Team {
  readonly folder: MemoryFolder
  readonly here: ComputerAtShare
  readonly there: ComputerAtShare
  readonly open: (computer: ComputerAtShare) => Promise<WindowAtShare>
  /** A window here that shares a new plan through the folder. */
  readonly sharing: () => Promise<WindowAtShare>
  /** A window there that has joined. */
  readonly joined: () => Promise<WindowAtShare>
  readonly disband: () => Promise<void>
}

export function gatherTeam(): Team {
  const folder = createMemoryFolder('Pipeline.planfolder')
  const here = computerAtShare({ name: 'SRE laptop' })
  const there = computerAtShare({ name: 'Release team laptop' })
  here.folders.next = folder
  there.folders.next = folder
  const windows: WindowAtShare[] = []
  const open = async (computer: ComputerAtShare): Promise<WindowAtShare> => {
    const window = await computer.openWindow()
    windows.push(window)
    return window
  }
  return {
    folder,
    here,
    there,
    open,
    sharing: async () => {
      const window = await open(here)
      await newPlan(window)
      expect(await window.actions.chooseShareFolder()).toBeNull()
      await expect.poll(() => standing(window)).toBe('upToDate')
      return window
    },
    joined: async () => {
      const window = await open(there)
      window.actions.openSharedFolder()
      await expect.poll(() => standing(window)).toBe('upToDate')
      return window
    },
    disband: async () => {
      for (const window of windows) window.kill()
      await settled()
    },
  }
}

export async function newPlan({ desk }: WindowAtShare): Promise<void> {
  await desk.open({ id: planId, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'Pipeline' }, createPlan({ id: planId, title: 'Pipeline', startsOn: '2018-07-01' })) })
}

/** How the share of the open plan stands; empty where none is open. */
export function standing(window: WindowAtShare): string {
  return window.store.getState().phase.kind === 'plan' ? window.session().share.getState().state.standing.kind : ''
}

export function add(window: WindowAtShare, id: GoalId): void {
  const { view, act } = window.session().plan.getState()
  act({ action: 'goalAdded', subject: id }, addGoal({ view, id, title: id, output: null, quarter: 1, status: 'todo', after: [] }))
}

export function goals(window: WindowAtShare): readonly GoalId[] {
  return [...liveGoals(window.session().plan.getState().view)].map(({ id }) => id).toSorted()
}
