import { expect, test } from 'vitest'
import { chosen, draftKey, emptyDraft } from '../../../../renderer/features/checkin/checkin-drafts.ts'
import { saveGoal } from '../../../../renderer/features/checkin/save-goal.ts'
import type { Draft } from '../../../../renderer/state/drafts.ts'
import type { Session } from '../../../../renderer/state/session.tsx'
import type { Fields } from '../../../../shared/changes/change.ts'
import { addChanges } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { checkInMonthNamed } from '../../../../shared/model/check-in-month.ts'
import { openConflicts } from '../../../../shared/plan/open-conflicts.ts'
import { recordOf } from '../../../../shared/plan/plan-view.ts'
import { sessionWith } from '../plan/plan-session.ts'

type Part = 'reason' | 'waitingOn' | 'since'

const goal = 'goal:a'
const month = checkInMonthNamed({ startsOn: '2018-07-01', month: '2018-12' })

/** A session in which a goal is held up, and a note of it is begun. */
function begin() {
  if (month === null) throw new Error('the year has no December')
  const session = sessionWith({
    'plan:tec': { title: 'TEC3', startsOn: '2018-07-01' },
    [goal]: { quarter: 2, title: 'Rack the hosts', status: 'blocked', reason: 'No racks', waitingOn: 'Vendor', order: 'a0' },
  })
  const key = (part?: Part): string => draftKey({ plan: 'plan:tec', month: month.month, on: goal, part })
  const type = (part: Part, text: string, over: string): void => session.drafts.getState().keep(key(part), { ...emptyDraft, text, begun: { ...emptyDraft, text: over } })
  const note = (more: Partial<Draft>): Draft => ({ ...emptyDraft, ...more })
  return { session, month, type, note }
}

function colleague({ plan }: Session, set: Fields): void {
  const { view, receive } = plan.getState()
  receive(addChanges(view.set, [{ at: formatStamp({ ms: 5_000, counter: 0, writer: 'cccccccccc0' }), on: goal, set }]).set)
}

const waiting = ({ plan }: Session): readonly unknown[] => openConflicts(plan.getState().view).map(({ field, earlier, later }) => [field, earlier.value, later.value])

test('[O117] why a goal is held up, and a status that was chosen, wait with what a colleague said since they were begun', () => {
  const { session, month: of, type, note } = begin()
  type('reason', 'No power', 'No racks')
  const first = note(chosen({ status: 'stalled', over: 'blocked', before: null }))
  colleague(session, { reason: 'No cables', status: 'postponed' })
  const again = { ...first, ...chosen({ status: 'stalled', over: 'postponed', before: first }) }
  expect(saveGoal({ session, goal, month: of, note: again })).toBe(true)
  expect(recordOf(session.plan.getState().view, goal)).toMatchObject({ reason: 'No power', status: 'stalled' })
  expect(waiting(session)).toEqual(expect.arrayContaining([['reason', 'No cables', 'No power'], ['status', 'postponed', 'stalled']]))
})

test('[O117] what had been seen is no conflict, and what reads as it did when it was begun writes nothing over', () => {
  const { session, month: of, type, note } = begin()
  colleague(session, { reason: 'No cables', waitingOn: 'Electrician', since: '2018-12-03' })
  type('reason', 'No power', 'No cables')
  type('since', '2018-11-20', '2018-11-20')
  type('waitingOn', 'Vendor', 'Vendor')
  expect(saveGoal({ session, goal, month: of, note: note({ text: 'Still' }) })).toBe(true)
  expect(recordOf(session.plan.getState().view, goal)).toMatchObject({ reason: 'No power', waitingOn: 'Electrician', since: '2018-12-03' })
  expect(waiting(session)).toEqual([])
})
