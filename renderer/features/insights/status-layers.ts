import { scaleLinear, type ScaleLinear } from 'd3-scale'
import { area, curveStepAfter, stack } from 'd3-shape'
import type { ScopeSpan } from '../../../shared/insights/scope-days.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { CountsByStatus } from '../../../shared/plan/plan-counts.ts'
import { stackOrder } from './status-textures.ts'
import { dayScale } from './time-marks.ts'

export const chartHeight = 264
export const chartMargin = { top: 16, right: 136, bottom: 24, left: 28 }

export interface Plot {
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
}

/** Where days and numbers of goals stand in a drawing of that width. */
export function plotOf({ width, span, most }: { readonly width: number; readonly span: ScopeSpan; readonly most: number }): Plot {
  return { x: dayScale(span, [chartMargin.left, width - chartMargin.right]), y: scaleLinear([0, most], [chartHeight - chartMargin.bottom, chartMargin.top]) }
}

/** The area of one status. */
export interface StatusLayer {
  readonly status: Status
  readonly path: (scales: { readonly x: (day: number) => number; readonly y: (count: number) => number }) => string
  /** From how many goals to how many it reaches, day by day. */
  readonly bounds: readonly (readonly [number, number])[]
}

/** The areas of the statuses that occur, from the bottom up. */
export function layersOf(byDay: readonly CountsByStatus[]): readonly StatusLayer[] {
  const used = stackOrder.filter((status) => byDay.some((counts) => counts[status] > 0))
  return stack<CountsByStatus, Status>()
    .keys(used)([...byDay])
    .map((series) => {
      const bounds = series.map(([from, to]) => [from, to] as const)
      // the last day has its room too
      const points = [...bounds, ...bounds.slice(-1)]
      return {
        status: series.key,
        bounds,
        path: ({ x, y }) =>
          area<readonly [number, number]>()
            .x((_, day) => x(day))
            .y0(([from]) => y(from))
            .y1(([, to]) => y(to))
            .curve(curveStepAfter)(points) ?? '',
      }
    })
}

/** Days on which an area neither grows nor moves, and from how many goals to how many it reaches then. */
export interface Block {
  readonly first: number
  /** The day after its last. */
  readonly end: number
  readonly from: number
  readonly to: number
}

/** The part of an area in which there is most room for a word; null where there is no area. */
export function largestBlock(bounds: StatusLayer['bounds']): Block | null {
  let largest: Block | null = null
  let first = 0
  for (const [day, [from, to]] of bounds.entries()) {
    const next = bounds[day + 1]
    if (next !== undefined && next[0] === from && next[1] === to) continue
    const block = { first, end: day + 1, from, to }
    if (to > from && sizeOf(block) > sizeOf(largest)) largest = block
    first = day + 1
  }
  return largest
}

function sizeOf(block: Block | null): number {
  return block === null ? 0 : (block.end - block.first) * (block.to - block.from)
}
