import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { codeOf, log } from './log.ts'
import { firstPlace, type WindowPlace, windowPlace } from './window-place.ts'

/** Where the window was and which theme was chosen, kept in one small file in the profile's folder. */
export interface WindowPlaceFile {
  read(): WindowPlace
  change(part: Partial<WindowPlace>): void
}

/**
 * Read and written at once: the first before there is a window, the last while the app goes away. Written beside and
 * renamed, so that it is whole or the one before; not flushed to the disk, since losing it costs nobody anything.
 */
export function createWindowPlaceFile(options: { readonly folder: string }): WindowPlaceFile {
  const path = join(options.folder, 'window.json')
  let place: WindowPlace | null = null
  const read = (): WindowPlace => {
    place ??= parsePlace(path)
    return place
  }
  return {
    read,
    change(part) {
      place = { ...read(), ...part }
      try {
        writeFileSync(`${path}.new`, JSON.stringify(place))
        renameSync(`${path}.new`, path)
      } catch (error) {
        log('window place not kept', { code: codeOf(error) })
      }
    },
  }
}

function parsePlace(path: string): WindowPlace {
  try {
    const parsed = v.safeParse(windowPlace, JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.output : firstPlace
  } catch {
    // No file yet, or not JSON: both are a first start.
    return firstPlace
  }
}
