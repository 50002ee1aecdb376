import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBackupName, isOverCopyLimit, maxCopyBytes, mayRemoveBackup } from '../../../shared/copies/copy-limits.ts'

/** Of each length, and halves of pairs. */
const letters = fc.constantFrom('a', '\x7F', '\x80', 'é', '\u07FF', '\u0800', '計', '\uFFFF', '👩', '\uD83D', '\uDC69')

test('[E70] how long a text is counts in bytes, as it is written', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), fc.nat({ max: 40 }), (parts, most) => {
      const text = parts.join('')
      expect(isOverCopyLimit(text, most)).toBe(Buffer.byteLength(text) > most)
    }),
  )
  expect([isOverCopyLimit('a'), isOverCopyLimit('a'.repeat(maxCopyBytes + 1))]).toEqual([false, true])
})

test('[E70] a backup may go only where three others stay, whatever else lies there', () => {
  const three = ['backup-1.json', 'backup-2.json', 'backup-3.json', 'journal-0.log', 'snapshot-a.json']
  expect([mayRemoveBackup(three), mayRemoveBackup([...three, 'backup-4.json'])]).toEqual([false, true])
  expect(['backup-1.json', 'journal-0.log', 'a-backup-1.json'].map(isBackupName)).toEqual([true, false, false])
})
