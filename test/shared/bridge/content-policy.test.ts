import { expect, test } from 'vitest'
import { contentPolicy, safetyHeaders } from '../../../shared/bridge/content-policy.ts'

test('[E5] a page may load nothing but the planner, run no text as script, and stand in no frame', () => {
  expect(contentPolicy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' wss: ws://127.0.0.1:* ws://localhost:*; " +
      "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types quarterdeck-worker",
  )
  expect(safetyHeaders).toMatchObject({
    'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
  expect(contentPolicy).not.toContain('unsafe')
})
