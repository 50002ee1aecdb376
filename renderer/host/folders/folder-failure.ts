import type { MailFailure } from '../../../shared/share/mailbox.ts'
import { errorName } from '../error-name.ts'

/** What a browser calls it (W3C, File System Access; Chromium's `file_error.cc` for what a system refuses). */
const failures = new Map<string, MailFailure>([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NoModificationAllowedError', 'refused'],
  ['QuotaExceededError', 'full'],
])

/** Why a folder was not read or written, once it is known to be there and allowed. */
export function folderFailure(error: unknown): MailFailure {
  return failures.get(errorName(error)) ?? 'failed'
}

/** Whether there is no file or folder, or one in the place of the other. */
export function isMissing(error: unknown): boolean {
  return ['NotFoundError', 'TypeMismatchError'].includes(errorName(error))
}
