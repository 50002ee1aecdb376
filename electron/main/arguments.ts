import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { mostFilesAtOnce } from '../../shared/bridge/files.ts'

/** One more than is opened: so that the person is told of those that were not. */
const most = mostFilesAtOnce + 1

/** What a second start hands to the first; it comes from another process and is parsed like anything from outside. */
const secondStart = v.object({
  files: v.pipe(v.array(v.pipe(v.string(), v.maxLength(4096))), v.maxLength(most)),
})
export type SecondStart = v.InferOutput<typeof secondStart>

/**
 * The absolute paths of the files named on the command line. Switches are the system's and Chromium's business; while
 * developing (`packaged` false) the first name is the app itself. After `--` everything is a file.
 */
export function filesOfArguments(options: {
  readonly argv: readonly string[]
  readonly packaged: boolean
  readonly folder: string
}): readonly string[] {
  const given = options.argv.slice(1)
  const end = given.indexOf('--')
  const before = (end === -1 ? given : given.slice(0, end)).filter((each) => !each.startsWith('-'))
  const after = end === -1 ? [] : given.slice(end + 1)
  const names = [...(options.packaged ? before : before.slice(1)), ...after]
  return names
    .filter((name) => name !== '' && !name.includes('\0'))
    .map(pathOf)
    .filter((name) => name !== null)
    .slice(0, most)
    .map((name) => resolve(options.folder, name))
}

/** The path of a file as it was named: desktops of Linux hand over an address (`file:///home/…`). One of another computer is none. */
function pathOf(name: string): string | null {
  if (!/^file:/i.test(name)) return name
  const url = URL.parse(name)
  if (url === null || url.host !== '') return null
  try {
    return fileURLToPath(url)
  } catch {
    // An escaped slash, say: no path is written so.
    return null
  }
}

/** The files a second start wants opened; none when what it handed over does not parse. */
export function filesOfSecondStart(data: unknown): readonly string[] {
  const parsed = v.safeParse(secondStart, data)
  return parsed.success ? parsed.output.files : []
}
