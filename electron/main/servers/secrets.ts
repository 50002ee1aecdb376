import { join } from 'node:path'
import { safeStorage } from 'electron'
import * as v from 'valibot'
import { codeOf, log } from '../log.ts'
import { createSmallFile } from '../small-file.ts'

/** What lets one in at the servers of plans, sealed by the computer's own key store and kept in the profile. */
export interface Secrets {
  /** False where whoever reads the profile could open them. */
  readonly areKept: () => boolean
  /** Null forgets it. @returns whether it is as asked */
  readonly keep: (plan: string, secret: string | null) => boolean
  readonly of: (plan: string) => string | null
}

const mostSecrets = 1000
const stored = v.object({ secrets: v.array(v.object({ plan: v.pipe(v.string(), v.maxLength(100)), sealed: v.pipe(v.string(), v.maxLength(200_000)) })) })

/** Once the app is ready: before, the key store can't be asked. */
export function createSecrets({ folder }: { readonly folder: string }): Secrets {
  const file = createSmallFile({ path: join(folder, 'secrets.json'), schema: stored, notKept: 'secrets not kept' })
  const all = (): v.InferOutput<typeof stored>['secrets'] => file.read()?.secrets ?? []
  const others = (plan: string): v.InferOutput<typeof stored>['secrets'] => all().filter((each) => each.plan !== plan)
  return {
    areKept,
    keep(plan, secret) {
      if (secret === null) {
        file.write({ secrets: others(plan) })
        return all().every((each) => each.plan !== plan)
      }
      if (!areKept()) return false
      const sealed = safeStorage.encryptString(secret).toString('base64')
      file.write({ secrets: [{ plan, sealed }, ...others(plan)].slice(0, mostSecrets) })
      return all()[0]?.sealed === sealed
    },
    of(plan) {
      const found = all().find((each) => each.plan === plan)
      return found === undefined || !areKept() ? null : opened(found.sealed)
    },
  }
}

/** On Linux without a key store Electron seals with a password that stands in its source: as good as none. */
function areKept(): boolean {
  return safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
}

/** A profile that was copied from another computer, or a key store that was emptied, opens nothing any more. */
function opened(sealed: string): string | null {
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  } catch (error) {
    log('secret not opened', { code: codeOf(error) })
    return null
  }
}
