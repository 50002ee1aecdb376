import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { CallInput, CallOutput } from '../../../shared/bridge/contract.ts'
import { choosePlaceToShare, chooseToJoin, tellFolderRefused } from '../dialogs.ts'
import { failureOf } from '../disk.ts'
import { codeOf, log } from '../log.ts'
import { plainName } from '../plain-name.ts'
import type { KnownFolders } from './known-folders.ts'
import { type AskDrive, createAskDrive, type InSlot } from './patient-drive.ts'
import { folderToJoin, makePlanFolder } from './plan-folder.ts'

/** Answers `chooseFolder`. */
export async function chooseFolder(options: {
  readonly input: CallInput<'chooseFolder'>
  readonly window: BrowserWindow
  readonly known: KnownFolders
  readonly inSlot: InSlot
}): Promise<CallOutput<'chooseFolder'>> {
  const { input, window, known, inSlot } = options
  const { suggestedName, plan } = input
  const place = await (suggestedName === null ? chooseToJoin(window) : choosePlaceToShare(window))
  if (place === null) return null
  try {
    const path = await settle({ place, suggestedName, plan, ask: createAskDrive({ inSlot }) })
    return { token: known.add(path), name: plainName(basename(path)) }
  } catch (error) {
    const code = codeOf(error)
    log('folder to share not taken', { code })
    await tellFolderRefused({ window, reason: failureOf(code) })
    return null
  }
}

function settle({ place, suggestedName, plan, ask }: { readonly place: string; readonly suggestedName: string | null; readonly plan: string | undefined; readonly ask: AskDrive }): Promise<string> {
  return ask(() => (suggestedName === null ? folderToJoin(place) : makePlanFolder({ place, suggestedName, plan })))
}
