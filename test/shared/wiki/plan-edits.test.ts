import { describe, expect, test } from 'vitest'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { planEdits } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { boardOf, goalsIn, laidOver, notesIn } from './board-of.ts'
import { pageOf, realPage } from './goals-page-text.ts'

const plan = pageToPlan({ page: pageOf(realPage) })
const accepted = planEdits(plan, new Map())

function proposalFor({ kind, title, quarter }: { readonly kind: string; readonly title: string; readonly quarter: number }) {
  const found = plan.proposals.find((proposal) => proposal.kind === kind && proposal.title.startsWith(title) && proposal.quarter === quarter)
  if (found === undefined) throw new Error(`no ${kind} proposal for ${title}`)
  return found
}

function choose(...choices: readonly (readonly [{ readonly id: string }, string])[]) {
  return planEdits(plan, new Map(choices.map(([proposal, choice]) => [proposal.id, choice])))
}

describe('choosing other than proposed', () => {
  test('[W32] what the page says is the same whatever a person chooses', () => {
    const other = new Map(plan.proposals.map((proposal) => [proposal.id, proposal.choices.find((choice) => choice.id !== proposal.proposed)?.id ?? '']))
    expect(planEdits(plan, other).page).toEqual(accepted.page)
    expect(planEdits(plan, other).person.length).toBeGreaterThan(30)
  })

  test('[W32] accepting everything leaves nothing for the person to write', () => {
    const all = new Map(plan.proposals.map((proposal) => [proposal.id, proposal.proposed]))
    expect(planEdits(plan, all).person).toEqual([])
    expect(planEdits(plan, new Map([[plan.proposals[0]?.id ?? '', 'no such choice'], ['status:nobody', 'done']])).person).toEqual([])
  })

  test('[W32] another status takes back the reason that belonged to the proposed one', () => {
    const proposal = proposalFor({ kind: 'status', title: 'Prepare', quarter: 4 })
    expect(choose([proposal, 'inProgress']).person).toEqual([{ on: proposal.about, set: { status: 'inProgress', reason: null, waitingOn: null } }])
    expect(choose([proposal, 'todo']).person[0]?.set['status']).toBe('todo')
  })

  test('[W33] the list of five services can stay one goal', () => {
    const split = proposalFor({ kind: 'split', title: 'cxserver', quarter: 3 })
    expect(split.choices.map((choice) => choice.id)).toEqual(['each', 'one'])
    const { page, person } = choose([split, 'one'])
    const whole = laidOver(page, person)
    expect(goalsIn(whole)).toHaveLength(34)
    expect(boardOf({ edits: whole, quarter: 3, level: 'sub-goals' })).toEqual({ todo: 2, inProgress: 1, done: 1 })
    expect(person.find((edit) => edit.on === split.about)?.set).toMatchObject({ title: 'cxserver, ORES (partially), citoid, changeprop, cpjobqueue (stretch)', status: 'inProgress', stretch: false })
  })

  test('[W33] what is asked of a part falls with it', () => {
    const split = proposalFor({ kind: 'split', title: 'cxserver', quarter: 3 })
    const part = proposalFor({ kind: 'status', title: 'citoid', quarter: 3 })
    expect(part.needs).toEqual({ proposal: split.id, choice: 'each', otherwise: null })
    expect(choose([split, 'one'], [part, 'todo'])).toEqual(choose([split, 'one']))
    const carried = choose([split, 'one']).person.filter((edit) => 'carriedFrom' in edit.set && edit.set['carriedFrom'] === null && edit.on !== split.about)
    expect(carried).toHaveLength(2)
  })

  test('[W10] a scaffold writes nothing, or the note that a person asks for', () => {
    const scaffolds = plan.proposals.filter((proposal) => proposal.kind === 'scaffold')
    const { page, person } = choose(...scaffolds.map((scaffold) => [scaffold, 'note'] as const))
    expect(notesIn(page)).toHaveLength(37)
    expect(notesIn(person)).toHaveLength(7)
    expect(person[0]).toMatchObject({ set: { date: '2019-03', text: 'Discussed...', status: null } })
    expect(boardOf({ edits: laidOver(page, person), quarter: 3, level: 'goals' })).toEqual(boardOf({ edits: page, quarter: 3, level: 'goals' }))
  })

  test('[W34] a goal of two outputs goes where its words fit, or where the person says', () => {
    const trainings = proposalFor({ kind: 'output', title: 'Conduct at least', quarter: 4 })
    const docs = proposalFor({ kind: 'output', title: 'Increase documentation', quarter: 4 })
    expect([trainings.proposed, docs.proposed]).toEqual(['6.2', '6.1'])
    const other = accepted.page.find((edit) => edit.set['number'] === '6.1')?.on
    expect(choose([trainings, '6.1']).person).toEqual([{ on: trainings.about, set: { output: other } }])
  })

  test('[W35] an output that is worded in two ways has the later wording, or the one a person picks', () => {
    const title = plan.proposals.find((proposal) => proposal.kind === 'title')
    expect(title?.choices.map((choice) => choice.label)).toEqual([
      'Migration of services currently on our "shared service cluster" into Kubernetes (k8s) deployments with staged rollout',
      'Migration of services currently on our "shared service cluster" into Kubernetes deployments with staged rollout',
    ])
    expect(title?.proposed).toBe('wording2')
    expect(title === undefined ? [] : choose([title, 'wording1']).person).toMatchObject([{ on: title?.about, set: { title: title?.choices[0]?.label } }])
  })
})
