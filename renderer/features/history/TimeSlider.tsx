import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Moment } from '../../../shared/history/moment.ts'
import { monthStep } from '../../../shared/history/step-moments.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { formatMonth } from '../../text/dates.ts'
import { pastText } from '../../text/past.ts'
import { useFocusHome } from '../../ui/focus-home.ts'
import { keyOf, usePast } from './history-store.ts'
import { momentName, momentWords } from './moment-words.ts'
import styles from './TimeSlider.module.css'
import type { Moments } from './use-moments.ts'

/** The plan's life from left to right, a step for each moment: a bar says how much happened then. */
export function TimeSlider({ moments: { list, index, current, against } }: { readonly moments: Moments }): ReactNode {
  const { ui } = useSession()
  const view = usePlan((state) => state.view)
  const here = usePlan((state) => state.computer.replica)
  const slider = useRef<HTMLInputElement>(null)
  useFocusHome(() => slider.current?.focus({ preventScroll: true }))
  const last = list.length - 1
  const go = (to: number): void => ui.getState().lookAt(keyOf(list[to]))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault() // the browser's own step is a tenth of the whole, whatever lies in it
    go(monthStep({ moments: list, index, to: event.key === 'PageUp' ? 'later' : 'earlier' }))
  }
  const isComparing = usePast((state) => state.tab === 'changes')
  const markAt = against === null || !isComparing ? -1 : list.indexOf(against)
  return (
    <div className={styles.life}>
      <div className={styles.track} aria-hidden="true">
        <Bars list={list} index={index} against={markAt} />
      </div>
      <input
        ref={slider}
        type="range"
        className={styles.slider}
        aria-label={pastText.slider}
        aria-valuetext={[momentName(current), ...momentWords({ moment: current, view, here })].join(', ')}
        aria-describedby="time-slider-hint"
        min={0}
        max={last}
        step={1}
        value={last - index}
        onChange={(event) => go(last - Number(event.target.value))}
        onKeyDown={onKeyDown}
      />
      <p id="time-slider-hint" hidden>
        {pastText.sliderHint}
      </p>
      <div className={styles.months} aria-hidden="true">
        {useMemo(() => monthMarks(list), [list]).map(({ at, label }) => (
          <span key={at} className={styles.month} style={{ insetInlineStart: `${at * 100}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

/** One drawing for all moments, however many; those that are looked at stand out. */
function Bars({ list, index, against }: { readonly list: readonly Moment[]; readonly index: number; readonly against: number }): ReactNode {
  const path = useMemo(() => list.map((moment, at) => barOf({ list, at, height: heightOf(moment) })).join(''), [list])
  return (
    <svg className={styles.bars} viewBox="0 0 1000 24" preserveAspectRatio="none">
      <path d={path} className={styles.bar} strokeWidth={list.length > 250 ? 1 : list.length > 120 ? 2 : 3} />
      {against >= 0 && against !== index && <path d={barOf({ list, at: against, height: 24 })} className={styles.other} />}
      <path d={barOf({ list, at: index, height: 24 })} className={styles.current} />
    </svg>
  )
}

function barOf({ list, at, height }: { readonly list: readonly Moment[]; readonly at: number; readonly height: number }): string {
  const x = list.length < 2 ? 0 : ((list.length - 1 - at) / (list.length - 1)) * 1000
  return `M${x.toFixed(1)} 24v-${height.toFixed(1)}`
}

/** A moment of a thousand edits is to leave something to see of one of three. */
function heightOf({ edits, notes }: Moment): number {
  return Math.min(2 + 4 * Math.log2(1 + edits + notes), 22)
}

/** The months that begin along the slider, with as many of their names as there is room for. */
function monthMarks(list: readonly Moment[]): readonly { readonly at: number; readonly label: string }[] {
  const last = list.length - 1
  const marks: { readonly at: number; readonly label: string }[] = []
  let month = ''
  for (const [index, moment] of list.toReversed().entries()) {
    const own = moment.day.slice(0, 7)
    const at = last === 0 ? 0 : index / last
    const before = marks.at(-1)
    if (own === month || (before !== undefined && at - before.at < 0.09) || at > 0.95) continue
    month = own
    marks.push({ at, label: formatMonth(own) })
  }
  return marks
}
