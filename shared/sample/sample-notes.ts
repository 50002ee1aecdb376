import type { Status } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'

/** A note of the sample plan, about a goal (a key of `sampleGoals`) or an output in a quarter. */
export interface SampleNote {
  readonly about: string | { readonly output: string; readonly quarter: Quarter }
  readonly date: string
  readonly text: string
  readonly status?: Status
}

const firstHalf: readonly SampleNote[] = [
  { about: 'verify', date: '2018-07', text: 'Work has begun.', status: 'inProgress' },
  { about: 'verify', date: '2018-08-10', text: 'The patch is still being worked on: the job has to be reshaped for the new namespace, and again once the shared library is there.', status: 'inProgress' },
  { about: 'verify', date: '2018-09-14', text: 'The stage runs in the new namespace.', status: 'done' },
  { about: 'images', date: '2018-08-10', text: 'Two of three build.', status: 'partiallyDone' },
  { about: 'images', date: '2018-09-14', text: 'All three build, and faster than before.', status: 'done' },
  { about: 'checklist', date: '2018-09-14', text: 'Published, and tried on one service.', status: 'done' },
  { about: 'staging1', date: '2018-09-14', text: 'The base images will be out in October.', status: 'postponed' },

  { about: 'ciMetrics', date: '2018-10-02', text: 'Started.', status: 'inProgress' },
  { about: 'ciMetrics', date: '2018-11-07', text: '- Percentiles of CI run time were presented\n- Automating the collection goes on', status: 'inProgress' },
  { about: 'ciMetrics', date: '2018-12-06', text: 'The metrics are collected; a way to look at them is missing.', status: 'partiallyDone' },
  { about: 'incidents', date: '2018-10-02', text: 'Not begun yet.', status: 'todo' },
  { about: 'incidents', date: '2018-11-07', text: 'A year of incident reports is being analysed.', status: 'inProgress' },
  { about: 'incidents', date: '2018-12-06', text: 'Commits and repositories can now be linked to incident reports. The metrics can be refined further.', status: 'done' },
  { about: 'logging', date: '2018-10-02', text: 'Logs of staged deploys arrive again.', status: 'done' },
  { about: { output: '3.1', quarter: 2 }, date: '2018-11-07', text: '- zotero lives in staging, and goes live next week\n- blubberoid: its internal data is being reshaped for the API description' },
  { about: 'zotero', date: '2018-12-06', text: 'Live.', status: 'done' },
  { about: 'graphoid', date: '2018-12-06', text: 'Recommended for stewardship review.', status: 'postponed' },
  { about: 'blubberoid', date: '2018-12-06', text: 'Will be out within the week.', status: 'inProgress' },
  { about: 'blubberoid', date: '2018-12-14', text: 'Out.', status: 'done' },
  { about: 'staging2', date: '2018-11-07', text: 'Staging and production run the same version.', status: 'done' },
]

const secondHalf: readonly SampleNote[] = [
  { about: { output: '1.2', quarter: 3 }, date: '2019-01-10', text: 'Ramping up after the holidays.', status: 'inProgress' },
  { about: { output: '1.2', quarter: 3 }, date: '2019-02-05', text: 'The tasks were written down during the week together.' },
  { about: { output: '1.2', quarter: 3 }, date: '2019-03-12', text: 'In danger this quarter; will be part of the goals of Q4.', status: 'stalled' },
  { about: 'codeHealth', date: '2019-01-10', text: 'Ramping up after the holidays.', status: 'inProgress' },
  { about: 'codeHealth', date: '2019-02', text: 'Depends on work in another programme, which should be ready soon.' },
  { about: 'codeHealth', date: '2019-03-12', text: 'A tool is chosen. Hosting it ourselves and wiring it into CI moves into Q4.', status: 'inProgress' },
  { about: 'adopt3', date: '2019-02-05', text: 'One service is on its way through the pipeline.', status: 'inProgress' },
  { about: 'adopt3', date: '2019-03', text: '- cxserver: everything is ready, it only has to be deployed\n- ORES: blockers are identified\n- citoid and eventgate: live\n- changeprop: goes on\n- cpjobqueue: moves to Q4' },
  { about: 'cxserver', date: '2019-04-08', text: 'Live.', status: 'done' },
  { about: 'helm3', date: '2019-02-05', text: 'Compared three; working with SRE on which to take.', status: 'inProgress' },
  { about: 'helm3', date: '2019-03-12', text: 'One is chosen.', status: 'done' },
  { about: 'cluster', date: '2019-01-10', text: 'Ramping up after the holidays.', status: 'inProgress' },
  { about: 'portal', date: '2019-01-10', text: 'The outline is agreed on.', status: 'inProgress' },
  { about: 'events', date: '2019-02-05', text: 'The first of two went well.', status: 'partiallyDone' },

  { about: 'quibble4', date: '2019-04-08', text: 'Blocked right now.', status: 'blocked' },
  { about: 'quibble4', date: '2019-05-07', text: 'Still waiting on other teams.', status: 'blocked' },
  { about: 'quibble4', date: '2019-06-04', text: 'Waits for more urgent work of our own; will probably go into the next fiscal year.', status: 'blocked' },
  { about: { output: '3.1', quarter: 4 }, date: '2019-04-08', text: 'All goals are under way.', status: 'inProgress' },
  { about: 'termbox', date: '2019-06-04', text: 'Images are built; not in production yet.', status: 'inProgress' },
  { about: 'kask', date: '2019-06-04', text: 'Runs in one of two data centres.', status: 'partiallyDone' },
  { about: 'config', date: '2019-06-04', text: 'In use by the first repositories.', status: 'done' },
  { about: 'migrate', date: '2019-06-13', text: 'The services of this quarter will be through; the programme goes on next year.', status: 'inProgress' },
  { about: { output: '5.1', quarter: 4 }, date: '2019-06-13', text: '- The upgrade goes on, to be finished by the end of the quarter\n- The nodes are in place\n- The chart manager was begun recently' },
  { about: 'trainings', date: '2019-06-13', text: 'Three trainings so far, more are planned.', status: 'inProgress' },
  { about: 'docs', date: '2019-06-13', text: 'Slow; will probably go into the next quarter.', status: 'stalled' },
]

export const sampleNotes: readonly SampleNote[] = [...firstHalf, ...secondHalf]
