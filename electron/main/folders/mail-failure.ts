import type { MailFailure } from '../../../shared/share/mailbox.ts'

/** What was asked of a folder and is against its rules: a path of somebody else's making, a link in the place of a folder. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/** A drive that says nothing. */
export function timedOut(): Error {
  return Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })
}

/** What was to be replaced is another by now. */
export function changedMeanwhile(): Error {
  return Object.assign(new Error('changed meanwhile'), { code: changed })
}
const changed = 'ECHANGED' // of our own making

/** What a system says of a drive that is gone or asleep, a server that isn't there, a folder that was removed. */
const away: ReadonlySet<string> = new Set([
  'ENOENT', 'ENOTDIR', 'EIO', 'ETIMEDOUT', 'ESTALE', 'ENXIO', 'ENODEV', 'ENOTCONN', 'EREMOTEIO', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UNKNOWN',
])
const refused: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS'])
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])

export function mailFailureOf(code: string): MailFailure {
  if (away.has(code)) return 'unreachable'
  if (refused.has(code)) return 'refused'
  if (full.has(code)) return 'full'
  if (code === changed) return 'changed'
  return code === 'EFBIG' ? 'tooLarge' : 'failed'
}
