import type { WebPreferences } from 'electron'

/** What stands between a page and the computer. Each is the default of today's Electron too; it is written so that it stays. */
export const walls = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
} as const satisfies WebPreferences

/** What a window may be given beside its walls; anything else (`enableBlinkFeatures`, `additionalArguments` …) is a hole until somebody has thought about it. */
const harmless: readonly string[] = ['preload', 'spellcheck']

/** The walls that Electron reports of every page it has started. Without them nothing is known, which is as bad as a wall that is down. */
const reported = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity'] as const

/** The walls that are down in what a window is made with, and what it is given that nobody thought about. */
export function missingWalls(given: object | undefined): readonly string[] {
  const preferences: ReadonlyMap<string, unknown> = new Map(Object.entries(given ?? {}))
  const down = Object.entries(walls).filter(([name, value]) => preferences.get(name) !== value)
  const unknown = [...preferences.keys()].filter((name) => !(name in walls) && !harmless.includes(name))
  return [...down.map(([name]) => name), ...unknown]
}

/**
 * The walls that are down in what Electron says a page was started with (`getLastWebPreferences`, which its
 * declarations leave out). It does not report every wall, so one it is silent about is taken to be as it was asked for,
 * but for those without which the report says nothing.
 */
export function fallenWalls(report: unknown): readonly string[] {
  const facts: ReadonlyMap<string, unknown> = new Map(typeof report === 'object' && report !== null ? Object.entries(report) : [])
  const silent = reported.filter((name) => !facts.has(name))
  const down = Object.entries(walls).filter(([name, value]) => facts.has(name) && facts.get(name) !== value)
  return [...silent, ...down.map(([name]) => name), ...(hasText(facts.get('enableBlinkFeatures')) ? ['enableBlinkFeatures'] : [])]
}

function hasText(value: unknown): boolean {
  return value !== undefined && value !== ''
}
