import type { Status } from '../../../shared/model/status.ts'

/** From the bottom of a chart to its top: what is reached, what is on its way, what is held up. */
export const stackOrder = ['done', 'partiallyDone', 'inProgress', 'todo', 'stalled', 'blocked', 'postponed'] as const satisfies readonly Status[]

/** How much of its colour the ground has, in percent, and what is drawn on it: no two are alike in grey. */
export const textures: Readonly<Record<Status, { readonly ground: number; readonly lines: string }>> = {
  done: { ground: 88, lines: '' },
  partiallyDone: { ground: 42, lines: 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6' },
  inProgress: { ground: 34, lines: '' },
  todo: { ground: 10, lines: 'M4 3.5v1' },
  stalled: { ground: 26, lines: 'M0 2h8M0 6h8' },
  blocked: { ground: 30, lines: 'M-2 10L10 -2M-2 -2L10 10' },
  postponed: { ground: 8, lines: 'M-2 -2L10 10M6 -2L10 2M-2 6L2 10' },
}
