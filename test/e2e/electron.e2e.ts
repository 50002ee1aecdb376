import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callNames, eventNames } from '../../shared/bridge/names.ts'
import { type Launched, launchApp } from '../electron/launch.ts'

// Everything here runs on what was compiled, through the double or, with ELECTRON set, the real thing. It touches
// nothing of the planner's own screens.

let profile: string
let launched: Launched

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-electron-'))
  launched = await launchApp({ profile, strays: [] }) // what is refused here is tried on purpose
})

afterAll(async () => {
  await launched.app.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
})

test('[E30] the app opens one window, and shows it when its page is there', async () => {
  const { app, page } = launched
  const shown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await expect.poll(shown).toEqual([true])
  expect(await page.evaluate(() => [document.doctype?.name, document.contentType, isSecureContext])).toEqual(['html', 'text/html', true])
  expect(await app.evaluate(({ app: electron }) => [electron.getName(), electron.getPath('userData')])).toEqual(['Quarterdeck', profile])
})

describe('[E31] the page reaches the computer through the bridge alone', () => {
  test('which has exactly the names of the contract', async () => {
    const names = await launched.page.evaluate(() => {
      const { quarterdeck } = window as unknown as { quarterdeck: { on: object } }
      return { calls: Object.keys(quarterdeck), events: Object.keys(quarterdeck.on) }
    })
    expect(names.calls.sort()).toEqual([...callNames, 'on'].sort())
    expect(names.events.sort()).toEqual([...eventNames].sort())
  })

  test('which cannot be changed', async () => {
    const changed = await launched.page.evaluate(() => {
      'use strict'
      const { quarterdeck } = window as unknown as { quarterdeck: Record<string, unknown> & { on: Record<string, unknown> } }
      const attempts = [
        () => (quarterdeck['openFile'] = 1),
        () => (quarterdeck['more'] = 1),
        () => delete quarterdeck['saveFile'],
        () => (quarterdeck.on['commandChosen'] = 1),
        () => Object.assign(window, { quarterdeck: {} }),
      ]
      for (const attempt of attempts) {
        try {
          attempt()
        } catch {
          // Refused aloud, which is as good as in silence.
        }
      }
      const now = (window as unknown as { quarterdeck: typeof quarterdeck }).quarterdeck
      return [typeof now['openFile'], typeof now['more'], typeof now['saveFile'], typeof now.on['commandChosen']]
    })
    expect(changed).toEqual(['function', 'undefined', 'function', 'function'])
  })

  test('and finds nothing of Node or Electron beside it', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((name) => name in window),
    )
    expect(found).toEqual([])
  })
})

describe('[E32] the content policy is enforced', () => {
  test('an inline script does not run', async () => {
    const violation = await launched.page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true })
          const script = document.createElement('script')
          script.append('window.ran = true')
          document.head.append(script)
        }),
    )
    expect(violation).toMatch(/^(script-src|require-trusted-types-for)/)
    expect(await launched.page.evaluate(() => 'ran' in window)).toBe(false)
  })

  test('a string does not become markup', async () => {
    const refused = await launched.page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>'
        return 'taken'
      } catch (error) {
        return (error as Error).name
      }
    })
    expect(refused).toBe('TypeError')
  })

  test('a style in an attribute is ignored', async () => {
    const colour = await launched.page.evaluate(() => {
      const element = document.createElement('p')
      element.setAttribute('style', 'color: rgb(1, 2, 3)')
      document.body.append(element)
      const { color } = getComputedStyle(element)
      element.remove()
      return color
    })
    expect(colour).not.toBe('rgb(1, 2, 3)')
  })

  test('the page asks nobody else for anything', async () => {
    const answers = await launched.page.evaluate(() =>
      Promise.all(['https://example.org/', 'http://127.0.0.1:1/'].map((url) => fetch(url).then(() => 'answered', () => 'refused'))),
    )
    expect(answers).toEqual(['refused', 'refused'])
  })
})

test('[E46] the planner itself starts within the policy', async () => {
  const { page } = launched
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.reload()
  await page.waitForLoadState('networkidle')
  expect(complaints).toEqual([])
})

describe('[E33] a page opens no window and goes nowhere', () => {
  test('window.open gives nothing, and a link to the web goes to the person’s own browser', async () => {
    const { app, page } = launched
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = (url) => Promise.resolve(void opened.push(url))
    })
    const given = await page.evaluate(() => [window.open('https://example.org/a') === null, window.open('file:///etc/passwd') === null])
    expect(given).toEqual([true, true])
    const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await expect.poll(opened).toEqual(['https://example.org/a'])
    expect(app.windows().length).toBe(1)
  })

  test('a link that would replace the page leaves it where it is', async () => {
    const { page } = launched
    const before = page.url()
    await page.evaluate(() => {
      Object.assign(window, { stillHere: true })
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      document.body.append(link)
      link.click()
      location.assign(new URL('/assets/', location.href))
      const refresh = document.createElement('meta')
      refresh.httpEquiv = 'refresh'
      refresh.content = '0;url=https://example.org/refreshed'
      document.head.append(refresh)
    })
    await page.waitForTimeout(300)
    expect([page.url(), await page.evaluate(() => 'stillHere' in window)]).toEqual([before, true])
  })
})

test('[E34] a request that is not ours is cancelled before it leaves', async () => {
  const errors = await launched.app.evaluate(async ({ session }) =>
    Promise.all(
      ['https://example.org/', 'http://127.0.0.1:1/'].map((url) =>
        session.defaultSession.fetch(url).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      ),
    ),
  )
  for (const error of errors) expect(error).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('[E35] the page is given no permission but to write to the clipboard', async () => {
  const states = await launched.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'midi', 'clipboard-read', 'clipboard-write']
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state))
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'granted'])
})

describe('[E36] a call with arguments that do not fit is refused, without a word of why', () => {
  test.each([
    ['openFile', { kinds: ['plan'], path: '/etc/passwd' }],
    ['openFile', null],
    ['saveFile', { kind: 'plan', suggestedName: 'a', text: 'x', token: '/etc/passwd' }],
    ['setTheme', 'dark'],
    ['openExternal', { url: 7 }],
    ['setCommands', { commands: [{ id: 'a' }] }],
  ])('%s(%j)', async (name, input) => {
    const answer = await launched.page.evaluate(
      ([called, argument]) => {
        const { quarterdeck } = window as unknown as { quarterdeck: Record<string, (input: unknown) => Promise<unknown>> }
        return quarterdeck[called as string]?.(argument).then(
          () => 'answered',
          (error: Error) => error.message,
        )
      },
      [name, input] as const,
    )
    expect(answer).toBe(`Error invoking remote method 'quarterdeck:${name}': Error: refused`)
  })

  test('what cannot be copied does not even leave the page', async () => {
    const answer = await launched.page.evaluate(() => {
      const { quarterdeck } = window as unknown as { quarterdeck: Record<string, (input: unknown) => Promise<unknown>> }
      return quarterdeck['setTheme']?.({ theme: Symbol('dark') }).then(() => 'answered', () => 'refused')
    }).catch(() => 'refused')
    expect(answer).toBe('refused')
  })
})

test('[E37] an address opens outside only when it is one that may', async () => {
  const { app, page } = launched
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  const answers = await page.evaluate(() => {
    const { quarterdeck } = window as unknown as { quarterdeck: { openExternal(input: { url: string }): Promise<unknown> } }
    const urls = ['https://example.org/T1', 'file:///etc/passwd', 'javascript:alert(1)', 'https://a@evil.example/', 'nonsense']
    return Promise.all(urls.map((url) => quarterdeck.openExternal({ url })))
  })
  expect(answers).toEqual([true, false, false, false, false])
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual(['https://example.org/T1'])
})
