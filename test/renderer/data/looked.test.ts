import { expect, test } from 'vitest'
import { createLookedKeep, nothingLookedAt, uniteLooked } from '../../../renderer/data/looked.ts'
import { textStorage } from '../text-storage.ts'

test('[D75] what was looked at is kept by plan, and two windows that add to it lose nothing of each other', () => {
  const storage = textStorage()
  const keep = createLookedKeep('plan:a', () => storage)
  const other = createLookedKeep('plan:a', () => storage)
  expect(keep.read()).toEqual(nothingLookedAt)
  keep.add({ until: 10, records: new Map([['goal:a', 14]]) })
  other.add({ until: 12, records: new Map([['goal:b', 11], ['goal:c', 13]]) })
  expect(keep.read()).toEqual({ until: 12, records: new Map([['goal:c', 13], ['goal:a', 14]]) })
  expect(createLookedKeep('plan:b', () => storage).read()).toEqual(nothingLookedAt)
})

test('[D75] the later of both counts, in whichever order', () => {
  const one = { until: 5, records: new Map([['goal:a', 9], ['goal:b', 7]] as const) }
  const two = { until: 6, records: new Map([['goal:a', 8]] as const) }
  expect(uniteLooked(one, two)).toEqual(uniteLooked(two, one))
  expect(uniteLooked(one, two)).toEqual({ until: 6, records: new Map([['goal:b', 7], ['goal:a', 9]]) })
})

test.each(['', 'null', '[]', '{"until":-1}', '{"until":"9","records":[1]}', '{"records":{"__proto__":4,"goal:a":"x","no id":3}}', 'half of {'])('[D75] where %s is kept nothing counts as looked at', (kept) => {
  const storage = textStorage()
  storage.setItem('quarterdeck.looked plan:a', kept)
  expect(createLookedKeep('plan:a', () => storage).read()).toEqual(nothingLookedAt)
})

test('[D75] a browser that keeps nothing harms nothing', () => {
  const keep = createLookedKeep('plan:a', () => {
    throw new Error('denied')
  })
  expect(keep.add({ until: 3, records: new Map() })).toEqual({ until: 3, records: new Map() })
  expect(keep.read()).toEqual(nothingLookedAt)
})
