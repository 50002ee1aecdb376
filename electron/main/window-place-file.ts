import { join } from 'node:path'
import { createSmallFile } from './small-file.ts'
import { firstPlace, type WindowPlace, windowPlace } from './window-place.ts'

/** Where the window was and which theme was chosen, kept in one small file in the profile's folder. */
export interface WindowPlaceFile {
  read(): WindowPlace
  change(part: Partial<WindowPlace>): void
}

export function createWindowPlaceFile(options: { readonly folder: string }): WindowPlaceFile {
  const file = createSmallFile({ path: join(options.folder, 'window.json'), schema: windowPlace, notKept: 'window place not kept' })
  let place: WindowPlace | null = null
  const read = (): WindowPlace => {
    place ??= file.read() ?? firstPlace
    return place
  }
  return {
    read,
    change(part) {
      place = { ...read(), ...part }
      file.write(place)
    },
  }
}
