import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '../shared/bridge/asset-path.ts'

/**
 * What is in a file of the built page. Rejects unless the file lies where its path says, under that very name: a link
 * that leads out of the folder, a device of Windows and another spelling on a disk that ignores case are none of ours.
 */
export async function readAsset(options: { readonly root: string; readonly asset: Asset }): Promise<Buffer> {
  const wanted = join(await realpath(options.root), options.asset.path)
  const found = await realpath(wanted)
  if (found !== wanted) throw new Error('not a file of the build')
  return readFile(found)
}
