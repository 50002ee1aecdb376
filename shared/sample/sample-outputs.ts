/** Outcomes of the sample plan and, below each, its outputs. */
export interface SampleOutcome {
  readonly number: string
  readonly title: string
  readonly outputs: readonly { readonly number: string; readonly title: string }[]
}

export const sampleOutcomes: readonly SampleOutcome[] = [
  {
    number: '1',
    title: 'CI and production share one toolchain',
    outputs: [
      { number: '1.1', title: 'CI builds its images with the tool that production uses' },
      { number: '1.2', title: 'Test run times are profiled, and the slowest are worked on first' },
    ],
  },
  {
    number: '2',
    title: 'Deployers can judge the risk of each deploy',
    outputs: [
      { number: '2.1', title: 'A report on deployments shows how healthy the code is' },
      { number: '2.3', title: 'Incidents are reviewed and followed up with better tools' },
    ],
  },
  { number: '3', title: 'Deploys happen in percentage stages', outputs: [{ number: '3.1', title: 'Services move from the shared cluster to staged Kubernetes deploys' }] },
  { number: '4', title: 'Teams ship services to production standards with little overhead', outputs: [{ number: '4.1', title: 'A new service comes with logging, monitoring and security in place' }] },
  { number: '5', title: 'The pipeline runs on production infrastructure', outputs: [{ number: '5.1', title: 'The service infrastructure is kept up to production standards' }] },
  {
    number: '6',
    title: 'Developers know the platform and how to use it',
    outputs: [
      { number: '6.1', title: 'A developer portal explains the pipeline' },
      { number: '6.2', title: 'Teams are won over and trained' },
    ],
  },
]
