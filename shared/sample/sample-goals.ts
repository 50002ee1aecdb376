import type { Status } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'

/** A goal of the sample plan; names of other goals are keys of this list. */
export interface SampleGoal {
  readonly key: string
  readonly output: string
  /** Null: not scheduled. A sub-goal goes with its parent. */
  readonly quarter: Quarter | null
  readonly title: string
  readonly status: Status
  readonly teams: readonly string[]
  readonly parent?: string
  readonly description?: string
  readonly reason?: string
  readonly waitingOn?: string
  readonly stretch?: boolean
  readonly tasks?: readonly string[]
  readonly dependsOnTeams?: readonly string[]
  readonly dependsOnGoals?: readonly string[]
  readonly carriedFrom?: string
}

const rel = ['RelEng']
const ops = ['ServiceOps']
const both = ['ServiceOps', 'RelEng']

const firstHalf: readonly SampleGoal[] = [
  { key: 'verify', output: '1.1', quarter: 1, title: 'Run the verify stage in the CI namespace of the production cluster', status: 'done', teams: rel, dependsOnTeams: ['SRE'] },
  { key: 'images', output: '1.1', quarter: 1, title: 'Build the first three services with the new image tool', status: 'done', teams: rel },
  { key: 'checklist', output: '3.1', quarter: 1, title: 'Publish a checklist for moving a service', status: 'done', teams: both },
  {
    key: 'staging1',
    output: '5.1',
    quarter: 1,
    title: 'Bring the staging cluster up to the version of production',
    status: 'postponed',
    teams: ops,
    reason: 'The base images for the new version were not out in time; goes to Q2.',
  },

  {
    key: 'ciMetrics',
    output: '1.2',
    quarter: 2,
    title: 'Formalize the collection of CI infrastructure and tooling metrics',
    status: 'partiallyDone',
    teams: rel,
    tasks: ['T205923'],
    description: 'Queue time, run time and failures for each job, kept for a year and readable by everyone.',
  },
  { key: 'incidents', output: '2.3', quarter: 2, title: 'Define metrics for incident reports and post-mortems', status: 'done', teams: rel },
  { key: 'adopt2', output: '3.1', quarter: 2, title: 'Adopt more services into the pipeline', status: 'partiallyDone', teams: both },
  { key: 'zotero', output: '3.1', quarter: null, parent: 'adopt2', title: 'Deploy zotero v2 through the pipeline', status: 'done', teams: both },
  { key: 'graphoid', output: '3.1', quarter: null, parent: 'adopt2', title: 'Migrate graphoid to the pipeline', status: 'postponed', teams: both, reason: 'Goes to stewardship review first.', waitingOn: 'stewardship review' },
  { key: 'blubberoid', output: '3.1', quarter: 2, title: 'Deploy blubberoid', status: 'done', teams: rel },
  { key: 'logging', output: '3.1', quarter: 2, title: 'Pick up the logging infrastructure again', status: 'done', teams: ops, stretch: true, tasks: ['T207200'] },
  { key: 'staging2', output: '5.1', quarter: 2, title: 'Bring the staging cluster up to the version of production', status: 'done', teams: ops, carriedFrom: 'staging1' },
  { key: 'outline', output: '6.1', quarter: 2, title: 'Outline the developer portal', status: 'done', teams: both },
]

const thirdQuarter: readonly SampleGoal[] = [
  { key: 'quibble3', output: '1.2', quarter: 3, title: 'Instrument the test runner for data collection', status: 'stalled', teams: rel, reason: 'The people who know the runner are on incident follow-up; will be part of Q4.' },
  { key: 'graph3', output: '1.2', quarter: 3, title: 'Graph where test time goes and rank what to improve', status: 'stalled', teams: rel, reason: 'Needs the data of the instrumented runner.', dependsOnGoals: ['quibble3'] },
  { key: 'codeHealth', output: '2.1', quarter: 3, title: 'Choose a code health metric and wire it into CI', status: 'inProgress', teams: rel },
  { key: 'adopt3', output: '3.1', quarter: 3, title: 'Adopt the next services into the pipeline', status: 'inProgress', teams: ['ServiceOps', 'RelEng', 'Core Platform'] },
  { key: 'cxserver', output: '3.1', quarter: null, parent: 'adopt3', title: 'cxserver', status: 'done', teams: both },
  { key: 'ores3', output: '3.1', quarter: null, parent: 'adopt3', title: 'ORES, the parts without workers', status: 'inProgress', teams: both },
  { key: 'citoid', output: '3.1', quarter: null, parent: 'adopt3', title: 'citoid', status: 'done', teams: both },
  { key: 'changeprop', output: '3.1', quarter: null, parent: 'adopt3', title: 'changeprop', status: 'inProgress', teams: ['Core Platform'] },
  { key: 'jobqueue3', output: '3.1', quarter: null, parent: 'adopt3', title: 'cpjobqueue', status: 'postponed', teams: ['Core Platform'], stretch: true, reason: 'To Q4, after changeprop.' },
  { key: 'eventgate', output: '3.1', quarter: null, parent: 'adopt3', title: 'Deploy eventgate', status: 'done', teams: both },
  { key: 'helm3', output: '4.1', quarter: 3, title: 'Compare ways to manage Helm charts', status: 'done', teams: ops },
  { key: 'cluster', output: '5.1', quarter: 3, title: 'Make the cluster easier to scale and upgrade', status: 'inProgress', teams: ops },
  { key: 'components', output: '5.1', quarter: null, parent: 'cluster', title: 'Upgrade cluster components to a newer version', status: 'inProgress', teams: ops },
  { key: 'registry', output: '5.1', quarter: null, parent: 'cluster', title: 'Rework how the image registry stores its data', status: 'todo', teams: ops },
  { key: 'portal', output: '6.1', quarter: 3, title: 'Write the first chapters of the developer portal', status: 'inProgress', teams: both },
  { key: 'events', output: '6.2', quarter: 3, title: 'Show the pipeline at two developer events', status: 'partiallyDone', teams: both },
]

const fourthQuarter: readonly SampleGoal[] = [
  { key: 'quibble4', output: '1.2', quarter: 4, title: 'Instrument the test runner for data collection', status: 'blocked', teams: rel, carriedFrom: 'quibble3', reason: 'Waits for other, more urgent work to be finished.', waitingOn: 'our own incident follow-up' },
  { key: 'graph4', output: '1.2', quarter: 4, title: 'Graph where test time goes and rank what to improve', status: 'blocked', teams: rel, carriedFrom: 'graph3', reason: 'No data before the runner is instrumented.', dependsOnGoals: ['quibble4'] },
  { key: 'ciTooling', output: '1.2', quarter: 4, title: 'Prepare the pipeline for the change of CI tooling', status: 'todo', teams: rel },
  { key: 'config', output: '3.1', quarter: 4, title: 'Give each repository a pipeline configuration of its own', status: 'done', teams: rel, description: 'Users decide which tests run in which stage, and keep files from a run.' },
  { key: 'migrate', output: '3.1', quarter: 4, title: 'Move more services to the pipeline', status: 'inProgress', teams: ['RelEng', 'SRE'], tasks: ['T212801'] },
  { key: 'termbox', output: '3.1', quarter: null, parent: 'migrate', title: 'Termbox rendering', status: 'inProgress', teams: ['RelEng', 'SRE'] },
  { key: 'kask', output: '3.1', quarter: null, parent: 'migrate', title: 'Kask for session storage', status: 'partiallyDone', teams: ['RelEng', 'SRE'] },
  { key: 'jobqueue4', output: '3.1', quarter: null, parent: 'migrate', title: 'cpjobqueue', status: 'postponed', teams: ['Core Platform'], stretch: true, carriedFrom: 'jobqueue3', reason: 'Next fiscal year.' },
  { key: 'ores4', output: '3.1', quarter: null, parent: 'migrate', title: 'ORES, the parts with workers', status: 'todo', teams: both, stretch: true },
  { key: 'upgrade', output: '5.1', quarter: 4, title: 'Upgrade the infrastructure to current versions', status: 'inProgress', teams: ['SRE'] },
  { key: 'nodes', output: '5.1', quarter: 4, title: 'Add nodes for security-sensitive services', status: 'done', teams: ['SRE'], dependsOnTeams: ['Data centre operations'] },
  { key: 'helm4', output: '5.1', quarter: 4, title: 'Put a Helm chart manager into service', status: 'inProgress', teams: ['SRE'], stretch: true, dependsOnGoals: ['helm3'] },
  { key: 'trainings', output: '6.2', quarter: 4, title: 'Train new users of the pipeline', status: 'inProgress', teams: ['SRE'] },
  { key: 'docs', output: '6.1', quarter: 4, title: 'Raise the quality of the documentation', status: 'stalled', teams: ['SRE'], reason: 'Slow beside the upgrades; probably goes into the next quarter.' },

  { key: 'runners', output: '1.1', quarter: null, title: 'Retire the old test machines', status: 'todo', teams: rel, description: 'Once no job needs them any more.' },
]

export const sampleGoals: readonly SampleGoal[] = [...firstHalf, ...thirdQuarter, ...fourthQuarter]
