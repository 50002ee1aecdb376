import { expect, test } from 'vitest'
import { actionText, doneText } from '../../../renderer/text/actions.ts'
import { backupText } from '../../../renderer/text/backups.ts'

test('[U25] an action is said by what was done, and to what', () => {
  expect(actionText({ action: 'goalRenamed', subject: 'Deploy zotero' })).toBe('rename of “Deploy zotero”')
  expect(actionText({ action: 'goalMoved', subject: 'Deploy zotero', detail: 'done' })).toBe('move of “Deploy zotero” to Done')
  expect(actionText({ action: 'goalScheduled', subject: 'Deploy zotero', detail: '3' })).toBe('move of “Deploy zotero” to Q3')
  expect(actionText({ action: 'goalScheduled', subject: 'Deploy zotero', detail: 'none' })).toBe('move of “Deploy zotero” out of the quarters')
  expect(actionText({ action: 'goalReordered', subject: 'Deploy zotero', detail: 'done' })).toBe('new place of “Deploy zotero”')
  expect(doneText({ action: 'goalMoved', subject: 'Deploy zotero', detail: 'partiallyDone' })).toBe('Moved “Deploy zotero” to Partially done')
})

test('[U25] a decision on a conflict is said with the field it was about, several with their number', () => {
  expect(doneText({ action: 'conflictKept', subject: 'Deploy zotero', detail: 'status' })).toBe('Kept what counts in “Deploy zotero” (status)')
  expect(actionText({ action: 'conflictFlipped', subject: 'Deploy zotero', detail: 'teams/SRE' })).toBe('decision on “Deploy zotero” (teams)')
  expect(doneText({ action: 'conflictKept', subject: '12' })).toBe('Kept what counts in 12 edits to review')
  expect(doneText({ action: 'mergeTakenBack', subject: 'theirs.plan.json' })).toBe('Took back the merge of “theirs.plan.json”')
})

test('[U25] going back to a backup is said with the moment it is of, which is no title', () => {
  const name = { action: 'backupRestored', subject: 'Nov 26, 2026, 19:22' }
  expect(doneText(name)).toBe('Restored the plan as it was Nov 26, 2026, 19:22')
  expect(backupText.restored(name.subject)).toBe(doneText(name))
  expect(actionText(name)).toBe('restoring of the plan as it was Nov 26, 2026, 19:22')
})

test('[U25] several goals are said by their number', () => {
  expect(actionText({ action: 'goalDeleted', subject: '3' })).toBe('deletion of 3 goals')
  expect(doneText({ action: 'goalDeleted', subject: '3' })).toBe('Deleted 3 goals')
})

test('[U25] a long title is cut, an empty one left out', () => {
  expect(actionText({ action: 'goalEdited', subject: 'x'.repeat(500) }).length).toBeLessThan(80)
  expect(actionText({ action: 'noteAdded', subject: ' ' })).toBe('note on a goal')
  expect(actionText({ action: 'planEdited', subject: '' })).toBe('edit of the plan')
})

test('[U25] an action this version does not know is a change, and a name inherited by every object is none', () => {
  expect(actionText({ action: 'planTurned', subject: 'X' })).toBe('change of “X”')
  expect(actionText({ action: 'constructor', subject: '' })).toBe('change of something')
})
