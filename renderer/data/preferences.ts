import { themes, type Theme } from '../../shared/bridge/contract.ts'

export const papers = ['A4', 'Letter'] as const
export type Paper = (typeof papers)[number]

/** What a person prefers on this computer. Read before the first paint, so it is kept where reading doesn't wait. */
export interface Preferences {
  readonly theme: Theme
  /** Whether single letters and digits are commands; some people's speech input types them by accident (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** What a report is printed on. */
  readonly paper: Paper
}

const key = 'quarterdeck.preferences'

export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const { theme, singleKeys, paper } = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {} // an object of anything
    return { theme: themes.find((each) => each === theme) ?? 'system', singleKeys: singleKeys !== false, paper: papers.find((each) => each === paper) ?? 'A4' }
  } catch {
    return { theme: 'system', singleKeys: true, paper: 'A4' } // a browser that keeps nothing, or a text that isn't ours
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences))
  } catch {
    // the choice then holds for this window only
  }
}
