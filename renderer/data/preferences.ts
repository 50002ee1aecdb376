import { themes, type Theme } from '../../shared/bridge/contract.ts'

/** What a person prefers on this computer. Read before the first paint, so it is kept where reading doesn't wait. */
export interface Preferences {
  readonly theme: Theme
  /** Whether single letters and digits are commands; some people's speech input types them by accident (WCAG 2.1.4). */
  readonly singleKeys: boolean
}

const key = 'quarterdeck.preferences'

export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const { theme, singleKeys } = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {} // an object of anything
    return { theme: themes.find((each) => each === theme) ?? 'system', singleKeys: singleKeys !== false }
  } catch {
    return { theme: 'system', singleKeys: true } // a browser that keeps nothing, or a text that isn't ours
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences))
  } catch {
    // the choice then holds for this window only
  }
}
