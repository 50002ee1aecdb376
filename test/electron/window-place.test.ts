import * as fc from 'fast-check'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstPlace, fitToDisplays } from '../../electron/main/window-place.ts'
import { createWindowPlaceFile } from '../../electron/main/window-place-file.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 2560, height: 1400 }

describe('[E17] a window stands where a person can see and reach it', () => {
  test('the first one in the middle of the first display', () => {
    expect(fitToDisplays({ bounds: null, displays: [beside] })).toEqual({ x: 2000, y: 250, width: 1440, height: 900 })
    expect(fitToDisplays({ bounds: null, displays: [laptop] })).toEqual({ x: 0, y: 25, width: 1440, height: 875 })
  })

  test('where it was, when that is still there', () => {
    const bounds = { x: 1600, y: 100, width: 1300, height: 800 }
    expect(fitToDisplays({ bounds, displays: [laptop, beside] })).toEqual(bounds)
  })

  test('in the middle of the first display when its own was unplugged', () => {
    const bounds = { x: 1600, y: 100, width: 1200, height: 800 }
    expect(fitToDisplays({ bounds, displays: [laptop] })).toEqual({ x: 120, y: 62, width: 1200, height: 800 })
  })

  test('moved back onto the display it overlaps most', () => {
    const bounds = { x: -200, y: -300, width: 1200, height: 800 }
    expect(fitToDisplays({ bounds, displays: [laptop, beside] })).toEqual({ x: 0, y: 25, width: 1200, height: 800 })
  })

  test('whatever was kept and whatever is plugged in, wholly on one display', () => {
    const area = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 640, max: 4000 }),
      height: fc.integer({ min: 400, max: 3000 }),
    })
    const anything = fc.record({ x: fc.integer(), y: fc.integer(), width: fc.integer(), height: fc.integer() })
    fc.assert(
      fc.property(fc.option(anything), area, fc.array(area, { maxLength: 3 }), (bounds, first, others) => {
        const fitted = fitToDisplays({ bounds, displays: [first, ...others] })
        const holds = [first, ...others].some(
          (display) =>
            fitted.x >= display.x &&
            fitted.y >= display.y &&
            fitted.x + fitted.width <= display.x + display.width &&
            fitted.y + fitted.height <= display.y + display.height,
        )
        expect(holds).toBe(true)
      }),
    )
  })
})

describe('[E18] the place of the window is kept, and losing it costs nothing', () => {
  test('what was changed is there at the next start, the rest as before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-place-'))
    const bounds = { x: 10, y: 20, width: 1200, height: 700 }
    createWindowPlaceFile({ folder }).change({ theme: 'dark' })
    createWindowPlaceFile({ folder }).change({ bounds, maximized: true })
    expect(createWindowPlaceFile({ folder }).read()).toEqual({ bounds, maximized: true, theme: 'dark' })
    await rm(folder, { recursive: true })
  })

  test.each(['', '{', '[]', 'null', '{"bounds":{"x":"0"},"maximized":true,"theme":"dark"}', '{"bounds":null,"maximized":false,"theme":"pink"}'])(
    'a damaged file (%j) is a first start',
    async (content) => {
      const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-place-'))
      await writeFile(join(folder, 'window.json'), content)
      const places = createWindowPlaceFile({ folder })
      expect(places.read()).toEqual(firstPlace)
      places.change({ theme: 'light' })
      expect(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'))).toEqual({ ...firstPlace, theme: 'light' })
      await rm(folder, { recursive: true })
    },
  )

  test('a folder that cannot be written to stops nobody', () => {
    const places = createWindowPlaceFile({ folder: '/dev/null/nowhere' })
    places.change({ theme: 'dark' })
    expect(places.read().theme).toBe('dark')
  })
})
