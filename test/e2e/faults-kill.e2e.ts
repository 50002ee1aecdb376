import { expect, test } from 'vitest'
import { kill } from '../faults/campaigns/kill.ts'

test('[Z1] a browser killed while a person edits by keyboard has lost nothing that was said to be saved, and holds no edit in part', async () => {
  const figures = await kill.run({ rounds: 3, seed: 41, say: () => undefined })
  expect(figures.flatMap(({ broken }) => broken)).toEqual([])
  expect(figures[0]?.measured).toMatch(/^3 kills: \d+ edits acknowledged, 0 lost, 0 torn/)
})
