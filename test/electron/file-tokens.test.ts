import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createFileTokens } from '../../electron/main/file-tokens.ts'
import { fileToken } from '../../shared/bridge/files.ts'

test('[E24] a token stands for one chosen file, says nothing of its path, and cannot be made up', () => {
  const tokens = createFileTokens()
  const opened = tokens.issue({ path: '/plans/a.plan.json', writtenAs: null })
  const saved = tokens.issue({ path: '/plans/a.plan.json', writtenAs: 'plan' })
  expect(v.is(fileToken, opened)).toBe(true)
  expect(opened).not.toBe(saved)
  expect(opened).not.toContain('plans')
  expect(tokens.find(opened)).toEqual({ path: '/plans/a.plan.json', writtenAs: null })
  expect(tokens.find(saved)?.writtenAs).toBe('plan')
  expect(tokens.find(`file-${'a'.repeat(21)}`)).toBeNull()
  expect(tokens.find(null)).toBeNull()
  expect(createFileTokens().find(opened)).toBeNull()
})
