import { isJournalFile } from './copy-name.ts'

/** The most a file of copies may hold, in bytes of UTF-8: what is longer is neither written nor read whole. */
export const maxCopyBytes = 64 * 2 ** 20

/** So many backups stay in a folder, whoever asks for one to be removed: a page that went wrong can't take them all. */
const fewestBackups = 3

/**
 * The file that says of a folder that a person wants nothing of it any more: its plan was removed from this computer, and
 * then for good. It is written before anything goes, so that what was cut short is gone on with.
 */
export const forgottenName = 'forgotten.json'

/** Whether a backup may go from a folder with these files. */
export function mayRemoveBackup(names: readonly string[]): boolean {
  return names.filter(isBackupName).length > fewestBackups || isForgotten(names)
}

/** Whether all of a folder may go. Not that of a plan that is here, which has a journal. */
export function isForgotten(names: readonly string[]): boolean {
  return names.includes(forgottenName) && !names.some(isJournalFile)
}

/** Whether it names a backup: a copy of the whole plan that is written once, and then stays as it is. */
export function isBackupName(name: string): boolean {
  return name.startsWith('backup-')
}

/** Whether a text is longer than a file of copies may be. */
export function isOverCopyLimit(text: string, most = maxCopyBytes): boolean {
  return text.length > most || (text.length > most / 3 && bytesOf(text) > most)
}

/** How many bytes a text has in UTF-8; half of a pair counts as what it is written as, U+FFFD. Each unit is looked at by number: there are millions. */
function bytesOf(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 4
      at += 1
    } else bytes += 3
  }
  return bytes
}
