import { expect, test } from 'vitest'
import { lastResortText } from '../../../renderer/text/last-resort.ts'

test('[V1] each failure of storage is said in whole sentences, on a screen of its own and beside the plan alike', () => {
  const kinds = Object.keys(lastResortText.storage) as (keyof typeof lastResortText.storage)[]
  expect(kinds).toHaveLength(8)
  for (const kind of kinds) {
    const { title, safe, todo, here } = lastResortText.storage[kind]
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    for (const sentences of [safe, todo, here ?? 'None.']) expect(sentences).toMatch(/^[A-Z].*\.$/)
    // what a screen does by itself nothing else does
    expect(lastResortText.unusable(kind)).toBe(`${title}. ${safe} ${todo}`)
  }
})
