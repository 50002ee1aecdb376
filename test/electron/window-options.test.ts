import { expect, test } from 'vitest'
import { windowOptions } from '../../electron/main/window-options.ts'

const bounds = { x: 0, y: 0, width: 1440, height: 900 }

test('[E25] a window is made with every wall up, whatever the defaults of the next Electron', () => {
  const { webPreferences } = windowOptions({ bounds, dark: false, preload: '/p.cjs', platform: 'linux' })
  expect(webPreferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    preload: '/p.cjs',
    spellcheck: false,
  })
})

test('[E26] a window has the colour of its page before there is one, and shows itself only then', () => {
  const of = (dark: boolean) => windowOptions({ bounds, dark, preload: '', platform: 'darwin' })
  expect([of(false).backgroundColor, of(true).backgroundColor, of(true).show]).toEqual(['#f6f6f4', '#141416', false])
})
