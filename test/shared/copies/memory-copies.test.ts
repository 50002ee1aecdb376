import { expect, test } from 'vitest'
import { copyStoreLaws } from './copy-store-laws.ts'
import { createMemoryCopies } from './memory-copies.ts'

test.each(copyStoreLaws)('[E70] in memory: $name', async ({ holds }) => {
  await expect(holds(createMemoryCopies())).resolves.toBeUndefined()
})
