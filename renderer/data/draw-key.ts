import { customRandom } from 'nanoid'
import type { StoragePlatform } from './platform.ts'

/** Ten of `[0-9a-z]`: what a replica's id consists of (`shared/changes/stamp.ts`), and what tells groups of commits apart. */
export function drawKey({ randomBytes }: Pick<StoragePlatform, 'randomBytes'>): string {
  return customRandom('0123456789abcdefghijklmnopqrstuvwxyz', 10, randomBytes)()
}
