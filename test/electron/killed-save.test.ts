import { expect, test } from 'vitest'
import { killedSaves } from './killed-saves.ts'

const rounds = Number(process.env['QUARTERDECK_KILLS'] ?? 8)

test('[E13] a process killed while it saves leaves the file before or the file after, never a torn one, and after the next start nothing beside it', async () => {
  const told = await killedSaves({ rounds })
  expect(told).toMatchObject({ rounds, torn: 0, missing: 0, leftoversAfterStart: 0 })
  // Otherwise the kills all came too early to have tested anything.
  expect(told.overwritten + told.leftovers).toBeGreaterThan(0)
}, 600_000)
