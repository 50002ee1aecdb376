import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localToday } from '../../../renderer/app/local-time.ts'
import { localCalendar } from '../../../renderer/state/local-calendar.ts'
import { addDays, addMonths } from '../../../shared/model/date.ts'
import { quarterAt, quartersOf } from '../../../shared/model/year.ts'

/** First and odd days of months, leap days, ends of months. */
const starts = [...Array.from({ length: 12 }, (_, month) => addMonths({ day: '2019-01-01', months: month })), '2020-02-29', '2019-01-31', '2019-08-31', '2019-04-06', '2019-12-30']
const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Australia/Eucla', 'America/Sao_Paulo', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo']
const boundaries = JSON.stringify(starts.map(quartersOf))

describe.each(zones)('in the zone %s', (zone) => {
  const before = process.env['TZ']
  beforeAll(() => {
    process.env['TZ'] = zone
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  test('[M68] quarters begin and end on the same days as everywhere', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    // counted from another year, so that nothing is remembered
    quartersOf('1999-01-01')
    expect(JSON.stringify(starts.map(quartersOf))).toBe(boundaries)
  })

  test('[M68] the last millisecond of a quarter is the last of its last day here, and the next is in the next quarter', () => {
    const calendar = localCalendar('2030-01-01')
    for (const startsOn of starts) {
      for (const { quarter, to } of quartersOf(startsOn)) {
        const end = calendar.endOf(to)
        expect([calendar.dayOf(end), calendar.dayOf(end + 1)]).toEqual([to, addDays({ day: to, days: 1 })])
        expect(quarterAt({ startsOn, day: calendar.dayOf(end) })).toBe(quarter)
        expect(quarterAt({ startsOn, day: calendar.dayOf(end + 1) })).toBe(quarter === 4 ? null : quarter + 1)
      }
    }
  })

  test('[M68] today is the day that the calendar on the wall says', () => {
    const now = Date.now()
    const today = localToday()
    // once more where midnight passed in between
    expect([localCalendar(today).dayOf(now), localCalendar(today).dayOf(Date.now())]).toContain(today)
  })
})
