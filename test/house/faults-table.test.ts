import { expect, test } from 'vitest'
import { asMarkdown, asText } from '../faults/harness/table.ts'

const results = [
  { campaign: 'kill', seconds: 90, figures: [{ what: 'killed | twice', measured: '0 lost', plain: '3 lost', broken: [] }, { what: 'not here', measured: 'not run: no mount', broken: [] }] },
  { campaign: 'full', seconds: 30, figures: [{ what: 'full', measured: '1 of 2', broken: ['An edit was lost.'] }] },
]

test('[Z2] the table of faults has a row a figure, the plain beside it, and what was broken below', () => {
  expect(asMarkdown({ results, seed: 7 })).toBe(`# Faults

Seed 7, 2.0 minutes.

| campaign | what was done | the planner | plain, in the same test |
| --- | --- | --- | --- |
| kill | killed \\| twice | 0 lost | 3 lost |
| kill | not here | not run: no mount |  |
| full | full | **broken 1 times**: 1 of 2 |  |

1 promises were broken:

- An edit was lost.
`)
  expect(asText(results).split('\n')).toEqual(['kill: killed | twice', '  planner  0 lost', '  plain    3 lost', 'kill: not here', '  planner  not run: no mount', 'full: full', '  planner  **broken 1 times**: 1 of 2'])
})
