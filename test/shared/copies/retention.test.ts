import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupName, backupReasons, parseBackupName, type Backup, type BackupReason } from '../../../shared/copies/backup-name.ts'
import { backupsToKeep } from '../../../shared/copies/retention.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.UTC(2018, 6, 1)

interface Made {
  readonly at: number
  readonly reason?: BackupReason
  readonly records?: number
  readonly digest?: number
}

function backupOf({ at, reason = 'timer', records = 100, digest = at }: Made): Backup {
  const parsed = parseBackupName(backupName({ at, reason, goals: records, records, digest: (digest % 2 ** 32 >>> 0).toString(16).padStart(8, '0') }))
  if (parsed === null) throw new Error('no name')
  return parsed
}

/** The backups that are left of a history in which each was added and the rest thinned out at once. */
function livedThrough(history: readonly Made[]): readonly Backup[] {
  return history.reduce<readonly Backup[]>((left, made) => [...backupsToKeep({ backups: [...left, backupOf(made)], now: made.at })], [])
}

function every(ms: number, { from, days }: { readonly from: number; readonly days: number }): readonly Made[] {
  return Array.from({ length: (days * day) / ms }, (_, step) => ({ at: from + step * ms }))
}

function everyFiveMinutes(from: number, days: number): readonly Made[] {
  return every(5 * minute, { from, days })
}

/** How many lie between two ages. */
function countBetween(backups: readonly Backup[], now: number, [from, to]: readonly [number, number]): number {
  return backups.filter(({ at }) => now - at >= from && now - at < to).length
}

describe('which backups are kept', () => {
  test('[S81] all of the last hour, then one an hour, a day, a week', () => {
    const left = livedThrough([...every(hour, { from: start, days: 120 }), ...everyFiveMinutes(start + 120 * day, 2)])
    const now = Math.max(...left.map(({ at }) => at))
    const counts = [[0, hour], [hour, day], [day, 14 * day], [14 * day, 91 * day], [91 * day, Infinity]].map(([from = 0, to = 0]) => countBetween(left, now, [from, to]))
    expect(counts).toEqual([12, expect.toBeOneOf([21, 22, 23]), expect.toBeOneOf([12, 13]), expect.toBeOneOf([10, 11]), 0])
  })

  test('[S81] of a plan that is looked at once a month those of years', () => {
    const months = Array.from({ length: 40 }, (_, month) => ({ at: start + month * 30 * day }))
    expect(livedThrough(months).length).toBeGreaterThan(12)
  })

  test('[S82] those before an act that changes much for a day, whatever came after them', () => {
    const merges = Array.from({ length: 20 }, (_, index) => ({ at: start + index * 1_000, reason: 'merge' as const }))
    const soon = livedThrough([...merges, ...everyFiveMinutes(start + hour, 0.9)])
    expect(soon.filter(({ reason }) => reason === 'merge')).toHaveLength(20)
    const later = livedThrough([...merges, ...everyFiveMinutes(start + hour, 2)])
    expect(later.filter(({ reason }) => reason === 'merge').length).toBeLessThan(3)
  })

  test('[S84] a plan that lost nearly everything pushes out none that has it', () => {
    const full = [0, 1, 2].map((index) => ({ at: start + index * minute, records: 1_000 }))
    const left = livedThrough([...full, ...every(3 * hour, { from: start + hour, days: 200 }).map(({ at }) => ({ at, records: 3 }))])
    expect(left.filter(({ records }) => records === 1_000)).toHaveLength(3)
  })

  test('[S85] a clock that stood ten years ahead for an hour, and went back, costs next to none', () => {
    const before = [...every(hour, { from: start, days: 30 }), ...everyFiveMinutes(start + 30 * day, 1)]
    const end = before.at(-1)?.at ?? 0
    const usual = livedThrough(before).length
    const ahead = livedThrough([...before, ...everyFiveMinutes(end + 3_650 * day, 1 / 24)])
    expect(ahead.length).toBeGreaterThan(usual / 2)
    const back = livedThrough([...before, ...everyFiveMinutes(end + 3_650 * day, 1 / 24), ...everyFiveMinutes(end + hour, 1)])
    const now = end + day
    expect(back.filter(({ at }) => at > now + day).length).toBeGreaterThanOrEqual(3)
    expect(countBetween(back, now + hour, [0, hour])).toBeGreaterThan(10)
    expect(countBetween(back, now, [day, 40 * day])).toBeGreaterThan(8)
  })

  test('[S85] a clock that was set back a year doesn’t have one removed for being dated later, while there is room', () => {
    const before = livedThrough(everyFiveMinutes(start, 5))
    const left = backupsToKeep({ backups: [...before, backupOf({ at: start - 365 * day })], now: start - 365 * day })
    expect(left.size).toBe(before.length + 1)
  })
})

test('[S83] however many are dated later than now, no more than 59 are kept with those that are not', () => {
  const [early, late] = [start - 700 * day, start].map((from) => livedThrough([...every(hour, { from, days: 100 }), ...everyFiveMinutes(from + 100 * day, 1)]))
  const now = Math.max(...(early ?? []).map(({ at }) => at))
  const kept = backupsToKeep({ backups: [...(early ?? []), ...(late ?? [])], now })
  expect((early?.length ?? 0) + (late?.length ?? 0)).toBeGreaterThan(100)
  expect(kept.size).toBe(59)
})

const step = fc.record({
  /** Mostly the clock goes on; now and then it jumps, either way. */
  wait: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 3 * hour }) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 * day }) }, { weight: 1, arbitrary: fc.integer({ min: -4_000 * day, max: 4_000 * day }) }),
  reason: fc.constantFrom(...backupReasons, 'timer' as const, 'timer' as const),
  records: fc.oneof(fc.constantFrom(0, 1, 5), fc.integer({ min: 80, max: 120 }), fc.integer({ min: 400, max: 9_000 })),
  digest: fc.nat({ max: 6 }),
  isNew: fc.boolean(),
})

/** The first of a list that differ, told by counting and not as the code tells it. */
function newestDifferent(backups: readonly Backup[], now: number): readonly Backup[] {
  const inOrder = backups.toSorted((a, b) => Number(a.at > now) - Number(b.at > now) || b.at - a.at || (a.name < b.name ? -1 : 1))
  return inOrder.filter((each, index) => inOrder.findIndex(({ digest }) => digest === each.digest) === index).slice(0, 3)
}

test('[S83] [S84] [S85] whatever plan and clock do, three that differ stay, and three full ones, and the newest, and never more than 59 in all', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      let [now, left]: [number, readonly Backup[]] = [Date.UTC(2018, 6, 1), []]
      for (const [index, { wait, reason, records, digest, isNew }] of steps.entries()) {
        now = Math.min(Math.max(now + wait, 0), 8e12)
        const made = backupOf({ at: now, reason, records, digest: isNew ? index + 100 : digest })
        const all = [...left.filter(({ name }) => name !== made.name), made]
        const kept = backupsToKeep({ backups: all, now })
        const most = Math.max(...all.map((each) => each.records))
        const full = all.filter((each) => each.records * 2 >= most)
        const mustStay = [made, ...newestDifferent(all, now), ...newestDifferent(full, now)]
        const risky = all.filter((each) => !['timer', 'hand'].includes(each.reason) && each.at <= now && each.at > now - day)
        if (risky.length <= 20) mustStay.push(...risky)
        const lost = mustStay.filter((each) => !kept.has(each) && !(each === made && all.some((other) => other.at === made.at && other !== made)))
        expect(lost.map(({ name }) => name)).toEqual([])
        expect(kept.size).toBeLessThan(60)
        expect([...kept].every((each) => all.includes(each))).toBe(true)
        left = [...kept]
      }
    }),
  )
})

test('[S84] one that goes leaves near it, for its age, one that holds as much', () => {
  const quiet = fc.record({ wait: fc.integer({ min: minute, max: 6 * hour }), records: fc.constantFrom(2, 100, 110) })
  fc.assert(
    fc.property(fc.array(quiet, { minLength: 1, maxLength: 25 }), (steps) => {
      let now = start
      const all = steps.map(({ wait, records }) => backupOf({ at: (now += wait), records }))
      const kept = backupsToKeep({ backups: all, now })
      const most = Math.max(...all.map(({ records }) => records))
      const isFull = ({ records }: Backup): boolean => records * 2 >= most
      for (const gone of all.filter((each) => isFull(each) && !kept.has(each))) {
        const age = now - gone.at
        const apart = age < hour ? 5 * minute : age < day ? hour : day
        expect([...kept].some((each) => isFull(each) && Math.abs(each.at - gone.at) < apart)).toBe(true)
      }
    }),
  )
})
