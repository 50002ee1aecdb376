import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learn, type Knows } from '../../../shared/changes/knows.ts'
import { maxAheadMs, msOf, replicaOf, writerOf } from '../../../shared/changes/stamp.ts'
import { createWindowClock, isPageWriter, observeAll, pageWriter, resumeAfterLoss, resumeWindowClock, stampLocal, windowSlots, type WindowClock } from '../../../shared/changes/writer.ts'
import { stampAt } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)
const replica = 'aaaaaaaaaa'
const farAhead = stampAt(Date.UTC(10_018, 0), { writer: 'bbbbbbbbbb0' })
const fresh = (): WindowClock => createWindowClock({ replica, slot: 0 })

describe('writer', () => {
  test('[C15] no two windows of a computer, no clock of a window and no page share a writer', () => {
    const clocks = Array.from({ length: windowSlots }, (_, slot) => createWindowClock({ replica, slot }))
    const writers = [...clocks.flatMap(({ usual, ahead }) => [usual.writer, ahead.writer]), pageWriter(replica)]
    expect(new Set(writers).size).toBe(2 * windowSlots + 1)
    for (const writer of writers) expect(writer).toMatch(/^[0-9a-z]{11}$/)
    expect(writers.filter(isPageWriter)).toEqual([pageWriter(replica)])
  })

  test('[C15] every writer of a computer names it', () => {
    for (const slot of [0, 15]) {
      const { usual, ahead } = createWindowClock({ replica, slot })
      expect([usual, ahead].map((clock) => replicaOf(stampAt(1, { writer: clock.writer })))).toEqual([replica, replica])
    }
  })

  test('[C12] a local edit is later than the value it replaces, however far ahead that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000 }), fc.nat({ max: 36 ** 3 - 1 }), (hours, counter) => {
        const after = stampAt(now + hours * 3_600_000, { counter, writer: 'zzzzzzzzzzv' })
        expect(stampLocal({ clock: fresh(), now, after }).stamp > after).toBe(true)
      }),
    )
  })

  test('[C14] writing over a value from the far future does not drag the usual clock along', () => {
    const { clock, stamp } = stampLocal({ clock: fresh(), now, after: farAhead })
    expect(writerOf(stamp)).toBe(clock.ahead.writer)
    expect(stampLocal({ clock, now, after: undefined }).stamp).toBe(stampAt(now))
    expect(stampLocal({ clock, now: now + 5, after: stampAt(now) }).stamp).toBe(stampAt(now + 5))
  })

  test('[C14] a value up to a day ahead is replaced under the usual clock', () => {
    const after = stampAt(now + maxAheadMs, { writer: 'bbbbbbbbbb0' })
    const { clock, stamp } = stampLocal({ clock: fresh(), now, after })
    expect([writerOf(stamp), stamp > after]).toEqual([clock.usual.writer, true])
  })

  test('[C16] what a writer writes rises, through stutter, regress, the far future and restarts', () => {
    const anyStep = fc.record({
      now: fc.integer({ min: now - 40 * maxAheadMs, max: now + 40 * maxAheadMs }),
      after: fc.option(fc.integer({ min: now - maxAheadMs, max: now + 400 * maxAheadMs }), { nil: undefined }),
      restart: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 2 }), (steps) => {
        let clock = fresh()
        let knows: Knows = new Map()
        for (const step of steps) {
          const after = step.after === undefined ? undefined : stampAt(step.after, { writer: 'bbbbbbbbbb0' })
          knows = learn(knows, after === undefined ? [] : [after])
          if (step.restart) clock = resumeWindowClock({ replica, slot: 0, knows, now: step.now })
          const written = stampLocal({ clock, now: step.now, after })
          const last = knows.get(writerOf(written.stamp))
          expect(last === undefined || last < written.stamp).toBe(true)
          expect(after === undefined || after < written.stamp).toBe(true)
          clock = written.clock
          knows = learn(knows, [written.stamp])
        }
      }),
    )
  })

  test('[C10] after a merge the window writes later than all that came in, but for the far future', () => {
    const near = stampAt(now + 3_600_000, { counter: 3, writer: 'bbbbbbbbbb0' })
    const clock = observeAll({ clock: fresh(), stamps: [near, farAhead], now })
    const { stamp } = stampLocal({ clock, now })
    expect(stamp).toBe(stampAt(now + 3_600_000, { counter: 4 }))
    expect(clock.ahead).toEqual(fresh().ahead)
  })

  test('[C13] a window that opens a plan goes on after all that is in it, and is not carried off by the far future', () => {
    const knows = learn(new Map(), [farAhead, stampAt(now + 1_000, { writer: 'bbbbbbbbbb1' }), stampAt(now, { writer: 'aaaaaaaaaag' })])
    const clock = resumeWindowClock({ replica, slot: 0, knows, now })
    expect(msOf(stampLocal({ clock, now }).stamp)).toBe(now + 1_000)
    expect(clock.ahead.ms).toBe(now)
  })
})

test('[S78] a plan that has lost changes is written on with other stamps than theirs, though a colleague’s clock is ahead', () => {
  const theirs = stampAt(7_200_000, { counter: 3, writer: 'bbbbbbbbbb0' })
  const options = { replica: 'aaaaaaaaaa', slot: 0, now: 1_000, knows: new Map([['bbbbbbbbbb0', theirs]]) }
  const write = (from: WindowClock): readonly string[] => {
    let clock = from
    return Array.from({ length: 500 }, () => {
      const next = stampLocal({ clock, now: 1_000 })
      clock = next.clock
      return next.stamp
    })
  }
  const lost = write(resumeWindowClock(options))
  expect(write(resumeWindowClock(options))).toEqual(lost)
  expect(write(resumeAfterLoss(options)).filter((stamp) => stamp <= (lost.at(-1) ?? ''))).toEqual([])
})
