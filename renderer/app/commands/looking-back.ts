import type { Session } from '../../state/session.tsx'

/** Whether the screen shows the plan as it was, or only tells of it: then no command may change it as it is, which nobody sees. */
export function isLookingBack({ ui }: Session): boolean {
  const { screen } = ui.getState()
  return screen === 'history' || screen === 'snapshots' || screen === 'report'
}
