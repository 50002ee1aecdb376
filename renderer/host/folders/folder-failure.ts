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

/** What passes: a program that synchronises, or looks for viruses, holds a file for a moment or replaces it while it is read. */
const passing: readonly string[] = ['NoModificationAllowedError', 'NotReadableError', 'InvalidStateError']
const waits: readonly number[] = [40, 120, 400]

/** Tries again while something else is at the same file. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (const ms of waits) {
    try {
      return await work()
    } catch (error) {
      if (!passing.includes(errorName(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
  return work()
}
