import { describe, expect, test } from 'vitest'
import { fallenWalls, missingWalls, walls } from '../../electron/main/walls.ts'
import { windowOptions } from '../../electron/main/window-options.ts'

const names = Object.keys(walls) as (keyof typeof walls)[]
const made = windowOptions({ bounds: { x: 0, y: 0, width: 1440, height: 900 }, dark: false, preload: '/p.cjs', platform: 'linux' }).webPreferences
const without = (name: string) => Object.fromEntries(Object.entries({ ...made }).filter(([each]) => each !== name))

describe('[X1] a window is looked at when it is made, and refused when a wall is down', () => {
  test('what the app makes has every wall up', () => {
    expect(missingWalls(made)).toEqual([])
    expect(fallenWalls(made)).toEqual([])
  })

  test.each(names)('%s taken down, or not said', (name) => {
    expect(missingWalls({ ...made, [name]: !walls[name] })).toEqual([name])
    expect(missingWalls(without(name))).toEqual([name])
    expect(missingWalls({ ...made, [name]: 'true' })).toEqual([name])
  })

  test.each(['enableBlinkFeatures', 'disableBlinkFeatures', 'additionalArguments', 'session', 'partition', 'nodeIntegrationInEverything'])('%s, which nobody thought about', (name) => {
    expect(missingWalls({ ...made, [name]: '' })).toEqual([name])
  })

  test('nothing at all has no wall', () => {
    expect(missingWalls(undefined)).toEqual(names)
  })
})

describe('[X2] what Electron says a page was started with is believed before what was asked for', () => {
  test.each(names)('%s down in the report', (name) => {
    expect(fallenWalls({ ...made, [name]: !walls[name] })).toEqual([name])
  })

  test.each(['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity'])('a report without %s is none', (name) => {
    expect(fallenWalls(without(name))).toEqual([name])
  })

  test.each([null, undefined, {}, 'all well'])('%j says nothing', (report) => {
    expect(fallenWalls(report)).toEqual(['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity'])
  })

  test('more than was asked for is no fault, features of Blink are', () => {
    expect(fallenWalls({ ...made, javascript: true, disablePopups: false, enableBlinkFeatures: '' })).toEqual([])
    expect(fallenWalls({ ...made, enableBlinkFeatures: 'ExecCommandInJavaScript' })).toEqual(['enableBlinkFeatures'])
  })
})
