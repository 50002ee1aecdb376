import { describe, expect, test } from 'vitest'
import { asksForReason, categoryOf, isStatus, statuses } from '../../../shared/model/status.ts'

describe('status', () => {
  test('[M1] the seven statuses stand in the order of the board', () => {
    expect(statuses).toEqual(['todo', 'inProgress', 'partiallyDone', 'blocked', 'stalled', 'done', 'postponed'])
  })

  test('[M2] every status has the category that roll-ups use', () => {
    const categories = Object.fromEntries(statuses.map((status) => [status, categoryOf(status)]))
    expect(categories).toEqual({
      todo: 'open',
      inProgress: 'active',
      partiallyDone: 'active',
      blocked: 'held',
      stalled: 'held',
      done: 'closed',
      postponed: 'closed',
    })
  })

  test('[M3] Blocked, Stalled and Postponed ask for a reason, and no other status does', () => {
    expect(statuses.filter(asksForReason)).toEqual(['blocked', 'stalled', 'postponed'])
  })

  test.each(['Done', 'finished', '', 'constructor', 0, null, undefined, ['done'], { status: 'done' }])('[M4] %j is not a status', (value) => {
    expect(isStatus(value)).toBe(false)
  })

  test('[M4] each of the seven words is a status', () => {
    expect(statuses.every(isStatus)).toBe(true)
  })
})
