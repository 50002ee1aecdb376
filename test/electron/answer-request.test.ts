import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerRequest } from '../../electron/main/answer-request.ts'
import { safetyHeaders } from '../../shared/bridge/content-policy.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-scheme-'))
  await mkdir(join(folder, 'built/assets'), { recursive: true })
  await writeFile(join(folder, 'built/index.html'), '<title>Deck</title>')
  await writeFile(join(folder, 'built/assets/a.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
})

afterAll(() => rm(folder, { recursive: true }))

const ask = (url: string, more: { method?: string; initiatorOrigin?: string } = {}) =>
  answerRequest({ request: { url, method: 'GET', ...more }, root: join(folder, 'built') })

describe('[E12] the custom scheme serves the build to the page, and nothing else', () => {
  test('the page, with every header of safety', async () => {
    const answer = await ask('quarterdeck://app/')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('<title>Deck</title>')
    const expected = { ...safetyHeaders, 'Content-Type': 'text/html; charset=utf-8' }
    for (const [name, value] of Object.entries(expected)) expect(answer.headers.get(name)).toBe(value)
  })

  test('a part of it, for the page', async () => {
    const answer = await ask('quarterdeck://app/assets/a.js', { initiatorOrigin: 'quarterdeck://app' })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  test.each([
    ['quarterdeck://app/../secret.txt', {}, 404],
    ['quarterdeck://app/%2e%2e/secret.txt', {}, 404],
    ['quarterdeck://app/..%2fsecret.txt', {}, 404],
    ['quarterdeck://app/assets/..%5c..%5c..%5csecret.txt', {}, 404],
    ['quarterdeck://app//etc/passwd', {}, 404],
    ['quarterdeck://app/missing.js', {}, 404],
    ['quarterdeck://evil/', {}, 403],
    ['quarterdeck://app/', { method: 'POST' }, 403],
    ['quarterdeck://app/', { initiatorOrigin: 'https://evil.example' }, 403],
    ['quarterdeck://app/', { initiatorOrigin: 'null' }, 403],
  ] as const)('%s %j is refused', async (url, more, status) => {
    const answer = await ask(url, more)
    expect([answer.status, await answer.text()]).toEqual([status, ''])
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })
})
