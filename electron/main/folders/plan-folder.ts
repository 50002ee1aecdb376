import { lstat, mkdir, readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { sharePath } from '../../../shared/share/folder/folder-path.ts'
import { isPlanFolderName, planFolderName, planFolderNames } from '../../../shared/share/folder/plan-folder-name.ts'
import { isShareOf, mostShareBytes } from '../../../shared/share/share-item.ts'
import { flushFolder, realDisk } from '../disk.ts'
import { codeOf } from '../log.ts'
import { factsOf } from './folder-place.ts'

const mostOfOneName = 1_000

/**
 * Makes the folder for a plan in the place a person chose, or takes that place where it is such a folder, or the one in it in
 * which this plan is shared already, whatever its name: the plan may have been called otherwise then. @returns its real path
 */
export async function makePlanFolder({ place, suggestedName, plan }: { readonly place: string; readonly suggestedName: string; readonly plan?: string | undefined }): Promise<string> {
  const real = await realpath(place)
  if (isPlanFolderName(basename(real))) return real
  const own = plan === undefined ? null : await folderOfPlan({ place: real, suggestedName, plan })
  if (own !== null) return own
  for (let number = 1; number <= mostOfOneName; number += 1) {
    const path = join(real, planFolderName({ name: suggestedName, number }))
    if (await isMadeOrEmpty(path)) {
      await flushFolder({ folder: real, disk: realDisk })
      return path
    }
  }
  throw Object.assign(new Error('all names are taken'), { code: 'EEXIST' })
}

/**
 * The shared folder that is meant by what a person chose: itself, or the one around it. Where it is none of these it is
 * itself all the same, as it may still be on its way from another computer. @returns its real path
 */
export async function folderToJoin(chosen: string): Promise<string> {
  const real = await realpath(chosen)
  const first = (await lstat(real)).isDirectory() ? real : dirname(real)
  for (const each of [first, dirname(first)]) {
    if (isPlanFolderName(basename(each)) || (await factsOf(join(each, sharePath)))?.isFile() === true) return each
  }
  return first
}

/** One that is there and empty is as good: it was made by hand, or the last time before anything came of it. */
async function isMadeOrEmpty(path: string): Promise<boolean> {
  try {
    await mkdir(path)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return (await factsOf(path))?.isDirectory() === true && (await readdir(path)).length === 0
  }
}

async function folderOfPlan({ place, suggestedName, plan }: { readonly place: string; readonly suggestedName: string; readonly plan: string }): Promise<string | null> {
  const names = planFolderNames({ names: await readdir(place), suggestedName })
  for (const name of names.slice(0, mostOfOneName)) if (await holdsPlan(join(place, name), plan)) return join(place, name)
  return null
}

/** A link leads elsewhere, and is none. Nor is one that can't be read, as others' folders on a team's drive: what lies beside keeps nobody from sharing. */
async function holdsPlan(path: string, plan: string): Promise<boolean> {
  try {
    if ((await factsOf(path))?.isDirectory() !== true) return false
    const file = join(path, sharePath)
    const facts = await factsOf(file)
    return facts?.isFile() === true && facts.size <= mostShareBytes && isShareOf(await readFile(file, 'utf8'), plan)
  } catch {
    return false
  }
}
