import { afterAll } from 'vitest'
import { takeStrays } from '../chromium/strays.ts'

// Runs with every end-to-end file, after all that is in it: no page of the whole suite may have asked for anything beyond
// the planner, or tried what its policy forbids.
afterAll(() => {
  const strays = takeStrays()
  if (strays.length > 0) throw new Error(`a page went beyond the planner or its policy:\n${strays.join('\n')}`)
})
