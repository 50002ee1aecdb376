import { expect, test } from 'vitest'
import { backupText } from '../../../renderer/text/backups.ts'
import { copyFailures } from '../../../shared/copies/copy-store.ts'

test('[U211] why backups cannot be listed is a whole sentence that is about listing them', () => {
  expect(copyFailures.map(backupText.notListed)).toEqual([
    'The backups cannot be listed: the disk is full.',
    'The backups cannot be listed: there is no right to read them.',
    'There are no backups here: this browser gives the planner no place to keep them, as in a private window.',
    'The backups cannot be listed: the computer refused to read or write.',
  ])
})
