import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { compareOrdered } from '../../../shared/changes/order.ts'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { planEdits } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { boardOf, goalsIn, notesIn, textOf } from './board-of.ts'
import { pageOf, realPage, sectionPage } from './goals-page-text.ts'

const plan = pageToPlan({ page: pageOf(realPage) })
const { page: edits, person } = planEdits(plan, new Map())

function records(kind: string): readonly Edit[] {
  return edits.filter((edit) => edit.on.startsWith(`${kind}:`))
}

function outputNumber(goal: Edit): string {
  return textOf(edits.find((edit) => edit.on === goal.set['output']), 'number')
}

function quarterOf(goal: Edit): string {
  return textOf(parentOf(goal) ?? goal, 'quarter')
}

function goalNamed(title: string, quarter: number): Edit {
  const found = goalsIn(edits).find((goal) => textOf(goal, 'title').startsWith(title) && (goal.set['quarter'] ?? parentOf(goal)?.set['quarter']) === quarter)
  if (found === undefined) throw new Error(`no goal ${title} in Q${quarter}`)
  return found
}

function parentOf(goal: Edit): Edit | undefined {
  return edits.find((edit) => edit.on === goal.set['parent'])
}

function teamsOf(goal: Edit): readonly string[] {
  return Object.keys(goal.set).flatMap((field) => (field.startsWith('teams/') ? [field.slice(6)] : []))
}

describe('the plan of the TEC3 page', () => {
  test('[W22] its board has, quarter by quarter, what a reader of the page would put on it', () => {
    const table = [1, 2, 3, 4].map((quarter) => [boardOf({ edits, quarter, level: 'goals' }), boardOf({ edits, quarter, level: 'sub-goals' })])
    expect(table).toEqual([
      [{ done: 1 }, {}],
      [{ partiallyDone: 2, done: 3 }, { done: 1, postponed: 1 }],
      [{ inProgress: 6, stalled: 2 }, { todo: 2, inProgress: 2, done: 3, postponed: 1 }],
      [{ inProgress: 5, blocked: 3, done: 2 }, { inProgress: 1, partiallyDone: 1, postponed: 2 }],
    ])
  })

  test('[W22] each goal has the status that the page ends with', () => {
    const read = goalsIn(edits).map((goal) => `Q${quarterOf(goal)} ${outputNumber(goal)}${goal.set['parent'] === null ? '' : ' -'} ${textOf(goal, 'title').slice(0, 30)}: ${textOf(goal, 'status')}`)
    expect(read).toEqual([
      'Q1 1.1 Move verify stage from Minikub: done',
      'Q2 1.2 Formalize the collection of CI: partiallyDone',
      'Q2 2.3 Develop set of metrics to asse: done',
      'Q2 3.1 Adopt more services into Deplo: partiallyDone',
      'Q2 3.1 - Migrate graphoid to the Deploy: postponed',
      'Q2 3.1 - Deploy zotero v2 to the Deploy: done',
      'Q2 3.1 Deploy blubberoid: done',
      'Q2 3.1 Reprise the work on the loggin: done',
      'Q3 1.2 Instrument Quibble for data co: stalled',
      'Q3 1.2 Create a graph where time is s: stalled',
      'Q3 2.1 Select and integrate a code he: inProgress',
      'Q3 3.1 Adopt more services in the pip: inProgress',
      'Q3 3.1 - cxserver: done',
      'Q3 3.1 - ORES (partially): inProgress',
      'Q3 3.1 - citoid: done',
      'Q3 3.1 - changeprop: inProgress',
      'Q3 3.1 - cpjobqueue: postponed',
      'Q3 3.1 - Deploy eventgate: done',
      'Q3 4.1 Evaluate helm charts managemen: inProgress',
      'Q3 5.1 Aim for a better resilient, sc: inProgress',
      'Q3 5.1 - Upgrade cluster components to : todo',
      'Q3 5.1 - Improve docker registry archit: todo',
      'Q3 6.1 Create a developer portal with: inProgress',
      'Q3 6.2 Conduct Promotion and Training: inProgress',
      'Q4 1.2 Instrument Quibble for data co: blocked',
      'Q4 1.2 Create a graph where time is s: blocked',
      'Q4 1.2 Prepare the Deployment Pipelin: blocked',
      'Q4 3.1 Create a .pipeline/config.yaml: done',
      'Q4 3.1 Migration of more services to : inProgress',
      'Q4 3.1 - Wikidata Termbox SSR: inProgress',
      'Q4 3.1 - Kask for Session Storage Servi: partiallyDone',
      'Q4 3.1 - cpjobqueue: postponed',
      'Q4 3.1 - ORES: postponed',
      'Q4 5.1 Upgrade the infrastructure to : inProgress',
      'Q4 5.1 Add dedicated security sensiti: done',
      'Q4 5.1 Implementation of a Helm chart: inProgress',
      'Q4 6.2 Conduct at least N trainings f: inProgress',
      'Q4 6.1 Increase documentation quality: inProgress',
    ])
  })

  test('[W23] an outcome and an output are one record each in however many quarters they stand', () => {
    expect(records('plan')).toMatchObject([{ on: plan.planId, set: { title: 'TEC3 Deployment Pipeline', startsOn: '2018-07-01' } }])
    expect(records('program')).toMatchObject([{ set: { code: 'TEC3', title: 'Deployment Pipeline', owner: 'Greg Grossmeier' } }])
    expect(records('outcome').map((edit) => edit.set['number'])).toEqual(['1', '2', '3', '4', '5', '6'])
    const outputs = records('output').map((edit) => ({ id: edit.on, order: `${textOf(edits.find((other) => other.on === edit.set['outcome']), 'order')} ${textOf(edit, 'order')}`, number: edit.set['number'] }))
    expect(outputs.toSorted(compareOrdered).map((output) => output.number)).toEqual(['1.1', '1.2', '2.1', '2.3', '3.1', '4.1', '5.1', '6.1', '6.2'])
  })

  test('[W24] goals are ordered as they stand on the page', () => {
    const goals = goalsIn(edits).map((goal) => ({ id: goal.on, order: textOf(goal, 'order') }))
    expect(goals.toSorted(compareOrdered)).toEqual(goals)
  })

  test('[W25] a note is about the one goal of its section, else about each output that the section names, in its quarter', () => {
    const notes = notesIn(edits)
    expect(notes).toHaveLength(37)
    const about = notes.map((note) => textOf(note, 'about').split(':')[0])
    expect(about.filter((kind) => kind === 'goal')).toHaveLength(21)
    expect(notes.every((note) => textOf(note, 'about').startsWith('output:') === (note.set['quarter'] !== null))).toBe(true)
    expect(notes.every((note) => records(textOf(note, 'about').split(':')[0] ?? '').some((record) => record.on === note.set['about']))).toBe(true)
    const trainings = notes.filter((note) => textOf(note, 'text').startsWith('- Trainings')).map((note) => note.set)
    expect(trainings).toMatchObject(['6.1', '6.2'].map((number) => ({ about: edits.find((edit) => edit.set['number'] === number)?.on, quarter: 4, date: '2019-06-13', status: null })))
  })

  test('[W26] a note states a status only where it states one for everything it is about', () => {
    const stated = notesIn(edits).map((note) => `${textOf(note, 'date')} ${textOf(note, 'status')}`)
    expect(stated.slice(0, 12)).toEqual([
      '2018-07 inProgress',
      '2018-08-10 inProgress',
      '2018-09-14 done',
      '2018-10-02 inProgress',
      '2018-11-07 inProgress',
      '2018-12-06 partiallyDone',
      '2018-10-02 todo',
      '2018-11-07 inProgress',
      '2018-12-06 done',
      '2018-10-02 done',
      '2018-11-07 null',
      '2018-12-06 null',
    ])
    const exceptions = notesIn(edits).filter((note) => textOf(note, 'text').startsWith('- All goals are'))
    expect(exceptions.map((note) => note.set['status'])).toEqual(['inProgress', 'inProgress', null])
  })

  test('[W27] a goal has the teams of its own label, else of its section, each under one name', () => {
    expect(teamsOf(goalNamed('Create a .pipeline', 4))).toEqual(['RelEng'])
    expect(teamsOf(goalNamed('Deploy zotero', 2))).toEqual(['ServiceOps', 'RelEng'])
    expect(teamsOf(goalNamed('citoid', 3))).toEqual(['SRE', 'ServiceOps', 'RelEng', 'Core Platform'])
    expect(teamsOf(goalNamed('Wikidata Termbox', 4))).toEqual(['RelEng', 'SRE'])
    expect(goalNamed('Move verify', 1).set).toMatchObject({ 'dependsOn/SRE': true })
    expect(goalNamed('Migration of more', 4).set).toMatchObject({ 'tasks/T212801': true })
  })

  test('[W28] who is held up says why and for whom in the words of the page', () => {
    expect(goalNamed('Prepare the Deployment', 4).set).toMatchObject({ reason: 'we are waiting our team to get done with other more urgent work, will probably go into next FY', waitingOn: 'our team' })
    expect(goalNamed('Instrument', 3).set).toMatchObject({ reason: 'in danger of finishing up this quarter and will be part of Q4 goals', waitingOn: null })
    expect(goalNamed('Migrate graphoid', 2).set).toMatchObject({ reason: 'Graphoid will be recommended for stewardship review' })
    expect(goalNamed('cpjobqueue', 3).set).toMatchObject({ reason: 'to Q4' })
    expect(goalNamed('ORES', 4).set).toMatchObject({ reason: 'stretch goals will be done next FY' })
  })

  test('[W29] a goal that is copied into the next quarter is carried over', () => {
    const carried = goalsIn(edits).filter((goal) => goal.set['carriedFrom'] !== null)
    expect(carried.map((goal) => [goal.set['title'], goalsIn(edits).find((other) => other.on === goal.set['carriedFrom'])?.set['title']])).toEqual([
      ['Instrument Quibble for data collection', 'Instrument Quibble for data collection'],
      ['Create a graph where time is spent and make a prioritized list for improvements.', 'Create a graph where time is spent and make a prioritized list for improvements.'],
      ['cpjobqueue', 'cpjobqueue'],
      ['ORES', 'ORES (partially)'],
    ])
  })

  test('[W30] what the page leaves open is proposed, in the page\'s words', () => {
    const count = (kind: string): number => plan.proposals.filter((proposal) => proposal.kind === kind).length
    expect(['status', 'reason', 'scaffold', 'split', 'output', 'carry', 'title'].map((kind) => [kind, count(kind)])).toEqual([
      ['status', 25],
      ['reason', 1],
      ['scaffold', 7],
      ['split', 1],
      ['output', 2],
      ['carry', 4],
      ['title', 1],
    ])
    const lines = realPage.split('\n').map((line) => line.replaceAll(/\u00a0(?:N\u00a0)?| {2}• /g, '').replaceAll(/\s+/g, ' '))
    const strange = plan.proposals.filter((proposal) => proposal.kind === 'status' && !lines[proposal.line - 1]?.includes(proposal.quote.replaceAll(/^- /g, '')))
    expect(strange.map((proposal) => proposal.quote)).toEqual([])
    expect(person).toEqual([])
  })

  test('[W30] a status that one goal\'s own notes or line say plainly is not asked about', () => {
    const asked = new Set(plan.proposals.filter((proposal) => proposal.kind === 'status').map((proposal) => proposal.about))
    const sure = goalsIn(edits).filter((goal) => !asked.has(goal.on as `goal:${string}`))
    expect(sure.map((goal) => [textOf(goal, 'title').slice(0, 20), goal.set['status']])).toEqual([
      ['Move verify stage fr', 'done'],
      ['Formalize the collec', 'partiallyDone'],
      ['Develop set of metri', 'done'],
      ['Migrate graphoid to ', 'postponed'],
      ['Deploy zotero v2 to ', 'done'],
      ['Select and integrate', 'inProgress'],
      ['Adopt more services ', 'inProgress'],
      ['Evaluate helm charts', 'inProgress'],
      ['Aim for a better res', 'inProgress'],
      ['Upgrade cluster comp', 'todo'],
      ['Improve docker regis', 'todo'],
      ['Create a developer p', 'inProgress'],
      ['Conduct Promotion an', 'inProgress'],
    ])
  })

  test('[W12] "will be Done in the next week" decides nothing: it is asked about', () => {
    const blubberoid = plan.proposals.find((proposal) => proposal.title === 'Deploy blubberoid')
    expect(blubberoid).toMatchObject({ kind: 'status', line: 123, quote: 'Blubber will be Done in the next week', proposed: 'done' })
    expect(blubberoid?.alsoSaid.map((said) => said.line)).toEqual([111, 118])
  })
})

describe('what notes say of goals', () => {
  const statusesOf = (parts: Parameters<typeof sectionPage>[0]): readonly unknown[] => goalsIn(planEdits(pageToPlan({ page: pageOf(sectionPage(parts)) }), new Map()).page).map((goal) => goal.set['status'])
  const two = ['  • Mend the red bridge', '  • Paint the blue tower']

  test('[W31] without a mark a goal is To do, and a scaffold changes nothing', () => {
    expect(statusesOf({ status: ['~~Note: May 2019', '', 'We met.'] })).toEqual(['todo'])
    expect(statusesOf({ status: ['~~Note: May 2019', '', '~~Done', '', '~ To do June 2019', '', 'Discussed...'] })).toEqual(['done'])
  })

  test('[W31] the last mark in the order of the dates counts, not in that of the page', () => {
    const status = ['~~Note: June 4, 2019', '', '~~Done', '', '~~Note: May 7, 2019', '', '~ In progress']
    expect(statusesOf({ status })).toEqual(['done'])
    expect(statusesOf({ status: [...status, '', '~~Note: June 2019', '', '~N~Blocked'] })).toEqual(['blocked'])
  })

  test('[W31] a note counts more than the mark on the goal\'s own line', () => {
    expect(statusesOf({ goals: ['  • Do it ~ In progress'] })).toEqual(['inProgress'])
    expect(statusesOf({ goals: ['  • Do it ~ In progress'], status: ['~~Note: May 2019', '', '~~Done'] })).toEqual(['done'])
  })

  test('[W31] in one note a goal\'s name counts more than all goals', () => {
    expect(statusesOf({ goals: two, status: ['~~Note: May 2019', '', 'The bridge is ~~Done, all goals are ~ In progress'] })).toEqual(['done', 'inProgress'])
    expect(statusesOf({ goals: two, status: ['~~Note: May 2019', '', 'The bridge is ~~Done', '', '~~Note: June 2019', '', 'All goals are ~ In progress'] })).toEqual(['inProgress', 'inProgress'])
  })

  test('[W31] a mark that speaks of something else states nothing', () => {
    expect(statusesOf({ goals: two, status: ['~~Note: May 2019', '', 'Hiring is ~~Done'] })).toEqual(['todo', 'todo'])
  })

  test('[W12] later and not are no status, where nothing else is known later means begun', () => {
    expect(statusesOf({ status: ['~~Note: May 2019', '', 'This will be ~~Done'] })).toEqual(['inProgress'])
    expect(statusesOf({ status: ['~~Note: May 2019', '', 'This is not yet ~~Done'] })).toEqual(['todo'])
    expect(statusesOf({ status: ['~~Note: May 2019', '', 'This is ~N~Blocked, it should be ~~Done in June'] })).toEqual(['blocked'])
  })

  test('[W31] sub-goals are spoken of by name or by all goals only; an unspoken parent is what they are together', () => {
    const goals = ['  • Build', '    • the red bridge', '    • the blue tower', '  • Measure']
    expect(statusesOf({ goals, status: ['~~Note: May 2019', '', 'This is ~ In progress'] })).toEqual(['inProgress', 'todo', 'todo', 'inProgress'])
    expect(statusesOf({ goals, status: ['~~Note: May 2019', '', 'All goals are ~ In progress'] })).toEqual(['inProgress', 'inProgress', 'inProgress', 'inProgress'])
    expect(statusesOf({ goals, status: ['~~Note: May 2019', '', 'Bridge is ~~Done; tower is ~~Done'] })).toEqual(['done', 'done', 'done', 'todo'])
    expect(statusesOf({ goals, status: ['~~Note: May 2019', '', 'Bridge is ~~Done; tower is ~N~Postponed'] })).toEqual(['partiallyDone', 'done', 'postponed', 'todo'])
    expect(statusesOf({ goals, status: ['~~Note: May 2019', '', 'Bridge is ~~Done'] })).toEqual(['inProgress', 'done', 'todo', 'todo'])
  })
})
