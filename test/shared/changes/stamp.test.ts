import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createClock, formatStamp, isFarAhead, isStamp, maxAheadMs, msOf, observe, replicaOf, resumeClock, stampCeiling, tick, writerOf, type Clock,
} from '../../../shared/changes/stamp.ts'
import { stampAt } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)
const clockAt = (ms: number, counter = 0): Clock => ({ writer: 'aaaaaaaaaa0', ms, counter })

const anyMs = fc.integer({ min: 0, max: 8_640_000_000_000 })
const anyReading = fc.record({ ms: anyMs, counter: fc.integer({ min: 0, max: 36 ** 3 - 1 }), writer: fc.constantFrom('aaaaaaaaaa0', 'bbbbbbbbbb0', 'bbbbbbbbbbg') })

/** Ticks once per reading of the wall clock. */
function stampsAt({ clock, readings }: { readonly clock: Clock; readonly readings: readonly number[] }): readonly string[] {
  let current = clock
  return readings.map((reading) => {
    const ticked = tick({ clock: current, now: reading })
    current = ticked.clock
    return ticked.stamp
  })
}

describe('stamp', () => {
  test('[C3] a stamp is milliseconds, counter and writer in fixed width, and gives them back', () => {
    const stamp = formatStamp({ ms: now, counter: 37, writer: 'k3f09ab2c1v' })
    expect(stamp).toBe('00jmro8000-011-k3f09ab2c1v')
    expect([msOf(stamp), writerOf(stamp), replicaOf(stamp)]).toEqual([now, 'k3f09ab2c1v', 'k3f09ab2c1'])
    expect(isStamp(stamp)).toBe(true)
  })

  test('[C4] stamps sort as text in the order of time, then of counter, then of writer', () => {
    fc.assert(
      fc.property(anyReading, anyReading, (a, b) => {
        const byParts = a.ms - b.ms || a.counter - b.counter || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : 0)
        const [textA, textB] = [formatStamp(a), formatStamp(b)]
        expect(textA < textB ? -1 : textA > textB ? 1 : 0).toBe(Math.sign(byParts))
      }),
    )
  })

  test.each(['', '00jmro8000-011-k3f09ab2c1', '00jmro8000-011-k3f09ab2c1vv', '0jmro8000-011-k3f09ab2c1v', '00JMRO8000-011-k3f09ab2c1v', '00jmro8000_011_k3f09ab2c1v', '00jmro8000-011-k3f09ab2c1v\n', 7, null])(
    '[C3] %j is not a stamp',
    (value) => {
      expect(isStamp(value)).toBe(false)
    },
  )

  test('[C5] each stamp is later than all that its clock handed out, whatever the wall clock says', () => {
    fc.assert(
      fc.property(anyMs, fc.array(anyMs, { minLength: 2 }), (start, readings) => {
        const stamps = stampsAt({ clock: clockAt(start), readings })
        expect(stamps.toSorted()).toEqual(stamps)
        expect(new Set(stamps).size).toBe(stamps.length)
      }),
    )
  })

  test('[C6] under a stuttering clock the counter runs', () => {
    expect(stampsAt({ clock: createClock('aaaaaaaaaa0'), readings: [now, now, now, now + 1] })).toEqual([
      stampAt(now), stampAt(now, { counter: 1 }), stampAt(now, { counter: 2 }), stampAt(now + 1),
    ])
  })

  test('[C7] under a regressing clock stamps go on from the last reading', () => {
    expect(stampsAt({ clock: createClock('aaaaaaaaaa0'), readings: [now, now - 86_400_000, now - 5, now + 1] })).toEqual([
      stampAt(now), stampAt(now, { counter: 1 }), stampAt(now, { counter: 2 }), stampAt(now + 1),
    ])
  })

  test('[C8] when the counter is full, the next millisecond is taken', () => {
    expect(stampsAt({ clock: clockAt(now, 36 ** 3 - 2), readings: [now, now, now] })).toEqual([
      stampAt(now, { counter: 36 ** 3 - 1 }), stampAt(now + 1), stampAt(now + 1, { counter: 1 }),
    ])
  })

  test('[C9] whatever number the wall clock reads, a stamp comes out that others can read, and a later one next', () => {
    const anyNumber = fc.oneof(fc.double(), fc.constantFrom(-1, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_SAFE_INTEGER, 36 ** 10))
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1 }), (readings) => {
        const stamps = stampsAt({ clock: createClock('aaaaaaaaaa0'), readings })
        for (const stamp of stamps) expect(isStamp(stamp) && stamp < stampCeiling).toBe(true)
        expect(stamps.toSorted()).toEqual(stamps)
      }),
    )
  })

  test('[C10] after seeing a stamp the clock hands out later ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxAheadMs }), fc.integer({ min: 0, max: 36 ** 3 - 1 }), (ahead, counter) => {
        const seen = stampAt(now + ahead, { counter, writer: 'bbbbbbbbbb0' })
        const { stamp } = tick({ clock: observe({ clock: createClock('aaaaaaaaaa0'), stamp: seen, now }), now })
        expect(stamp > seen).toBe(true)
        expect(writerOf(stamp)).toBe('aaaaaaaaaa0')
      }),
    )
  })

  test('[C10] seeing an earlier stamp does not set the clock back', () => {
    const clock = clockAt(now, 5)
    for (const stamp of [stampAt(now - 1), stampAt(now, { counter: 4 }), stampAt(now, { counter: 5, writer: 'bbbbbbbbbb0' })]) {
      expect(observe({ clock, stamp, now })).toEqual(clock)
    }
  })

  test('[C11] a stamp more than a day ahead is not followed; one a day ahead is', () => {
    const clock = createClock('aaaaaaaaaa0')
    expect(observe({ clock, stamp: stampAt(now + maxAheadMs + 1), now })).toEqual(clock)
    expect(observe({ clock, stamp: stampAt(now + maxAheadMs), now }).ms).toBe(now + maxAheadMs)
    expect([0, maxAheadMs, maxAheadMs + 1].map((ahead) => isFarAhead({ stamp: stampAt(now + ahead), now }))).toEqual([false, false, true])
  })

  test('[C12] a stamp is later than the value it replaces, be that 8,000 years ahead', () => {
    const after = formatStamp({ ms: Date.UTC(10_018, 0), counter: 36 ** 3 - 1, writer: 'zzzzzzzzzzv' })
    const { stamp } = tick({ clock: createClock('aaaaaaaaaa0'), now, after })
    expect(stamp > after).toBe(true)
    expect(isStamp(stamp)).toBe(true)
  })

  test('[C12] a value just below the ceiling for stamps from outside can still be replaced', () => {
    const after = '3zzzzzzzzz-zzz-zzzzzzzzzzv'
    const { stamp } = tick({ clock: createClock('aaaaaaaaaa0'), now, after })
    expect(after < stampCeiling && stamp > after && isStamp(stamp)).toBe(true)
  })

  test('[C12] a value earlier than the clock does not slow it', () => {
    expect(tick({ clock: createClock('aaaaaaaaaa0'), now, after: stampAt(now - 1_000) }).stamp).toBe(stampAt(now))
  })

  test('[C13] a clock resumed goes on from the last stamp of its writer, even one ahead of the wall clock', () => {
    const last = stampAt(now + 100 * maxAheadMs, { counter: 7 })
    expect(tick({ clock: resumeClock(createClock('aaaaaaaaaa0'), last), now }).stamp).toBe(stampAt(now + 100 * maxAheadMs, { counter: 8 }))
    expect(tick({ clock: resumeClock(createClock('aaaaaaaaaa0'), undefined), now }).stamp).toBe(stampAt(now))
    expect(resumeClock(clockAt(now), stampAt(now - 5))).toEqual(clockAt(now))
  })
})
