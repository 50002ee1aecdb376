import { describe, expect, test } from 'vitest'
import { unsafeStart } from '../../electron/main/unsafe-start.ts'

const start = (words: readonly string[], more: Partial<Parameters<typeof unsafeStart>[0]> = {}) =>
  unsafeStart({ argv: ['quarterdeck', ...words], env: {}, packaged: true, platform: 'linux', ...more })

describe('[X3] a packaged app does not start with a switch that lets others in or takes a wall down', () => {
  test.each([
    'remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'inspect-wait', 'js-flags', 'load-extension', 'disable-web-security', 'no-sandbox',
    'disable-site-isolation-trials', 'allow-file-access-from-files', 'proxy-server', 'host-rules', 'host-resolver-rules', 'user-data-dir', 'ignore-certificate-errors',
    'unsafely-treat-insecure-origin-as-secure', 'renderer-cmd-prefix', 'gpu-launcher', 'utility-cmd-prefix', 'browser-subprocess-path', 'single-process', 'in-process-gpu',
  ])('--%s, however it is written', (name) => {
    const ways = [`--${name}`, `--${name}=1`, `-${name}`, `--${name.toUpperCase()}=x`, `--${name.replaceAll('-', '_')}`, `  --${name} `, `--${name} =1`]
    expect(ways.map((way) => start(['plan.qdeck', way]))).toEqual(ways.map(() => `--${name}`))
    expect(start([`/${name}`, `/${name}:9`], { platform: 'win32' })).toBe(`--${name}`)
    expect(start([`/${name}`])).toBe(null) // a file, where a slash begins a path
  })

  test.each([[['a.qdeck']], [['--', '--no-sandbox']], [['--ozone-platform=wayland', '--force-device-scale-factor=2', '--lang=de', '--disable-gpu']], [['-psn_0_12345']], [['--inspector-notes.qdeck']], [['C:\\plans\\no-sandbox']], [['-']], [['']]])('%j is no such switch', (words) => {
    expect([start(words), start(words, { platform: 'win32' })]).toEqual([null, null])
  })

  test.each(['ELECTRON_DISABLE_SANDBOX', 'ELECTRON_NO_ASAR'])('nor with %s', (name) => {
    expect([start([], { env: { [name]: '1' } }), start([], { env: { [name]: '' } })]).toEqual([name, null])
  })

  test('while developing, all of them are what they are for', () => {
    expect(start(['--inspect=0', '--remote-debugging-port=0', '--no-sandbox'], { packaged: false, env: { ELECTRON_DISABLE_SANDBOX: '1' } })).toBe(null)
  })
})
