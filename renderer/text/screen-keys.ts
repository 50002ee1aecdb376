import { shellText } from './board.ts'
import { turnText } from './turn.ts'

/** A key that only one screen has: no command, since it acts on what has the focus there. */
export interface ScreenKey {
  readonly does: string
  /** As controls show them; any of these. */
  readonly keys: readonly string[]
}

/** In the key sheet, below the commands: the keys of each screen by itself. */
export const screenKeys: readonly { readonly screen: string; readonly keys: readonly ScreenKey[] }[] = [
  {
    screen: shellText.plan,
    keys: [
      { does: 'Open or fold the row', keys: ['Right', 'Left'] },
      { does: 'Open all rows beside it', keys: ['*'] },
      { does: 'Move the row', keys: ['Alt+Up', 'Alt+Down'] },
      { does: 'Move it in or out', keys: ['Alt+Right', 'Alt+Left'] },
      { does: 'New row below', keys: ['Shift+Enter'] },
      { does: 'New row within', keys: ['Ctrl+Enter'] },
    ],
  },
  {
    screen: shellText.checkin,
    keys: [
      { does: 'Choose the status, in the note with Alt', keys: ['1 to 7'] },
      { does: 'Save and go on', keys: ['Ctrl+Enter'] },
      { does: 'Say the same as last month', keys: ['Alt+S'] },
      { does: 'All goals of the output, or one', keys: ['Alt+A'] },
      { does: 'Notes of before it was carried', keys: ['Alt+C'] },
      { does: 'Skip', keys: ['Alt+N', 'Alt+Right'] },
      { does: 'Go back', keys: ['Alt+Left'] },
      { does: 'Finish', keys: ['Alt+Enter'] },
    ],
  },
  {
    screen: shellText.insights,
    keys: [
      { does: 'Read the values of a chart', keys: ['Right', 'Up'] },
      { does: 'List the goals behind a value', keys: ['Enter'] },
    ],
  },
  {
    screen: turnText.label,
    keys: [
      { does: 'Carry to the next quarter', keys: [turnText.keys.carry] },
      { does: 'Take off the schedule', keys: [turnText.keys.unschedule] },
      { does: 'Drop', keys: [turnText.keys.drop] },
      { does: 'Done after all', keys: [turnText.keys.done] },
      { does: 'Leave', keys: [turnText.keys.leave] },
      { does: 'Write what was decided', keys: ['Ctrl+Enter'] },
    ],
  },
  {
    screen: shellText.exchange,
    keys: [
      { does: 'Choose a side', keys: ['1', '2'] },
      { does: 'Keep what counts', keys: ['Enter'] },
      { does: 'Open the goal', keys: ['O'] },
    ],
  },
  {
    screen: shellText.backups,
    keys: [{ does: 'Pick to compare with today', keys: ['Space'] }],
  },
  {
    screen: shellText.snapshots,
    keys: [
      { does: 'Pick to compare', keys: ['Space'] },
      { does: 'Remove', keys: ['Delete'] },
    ],
  },
  {
    screen: shellText.history,
    keys: [{ does: 'Move in time', keys: ['Left', 'Right'] }],
  },
]
