import { app, shell } from 'electron'
import { log } from './log.ts'

const engines: readonly (readonly [string, string])[] = [
  ['Electron', 'electron'],
  ['Chromium', 'chrome'],
  ['Node', 'node'],
]

/** What the app runs on, each with its version. */
export function runsOn(): string[] {
  const { versions } = process
  return engines.flatMap(([name, key]) => {
    const version = versions[key]
    return version === undefined ? [] : [`${name} ${version}`]
  })
}

/** Shows where the plans lie in the computer's own file manager. False when nothing there can show it. */
export async function showDataFolder(): Promise<boolean> {
  const problem = await shell.openPath(app.getPath('userData'))
  if (problem !== '') log('data folder not shown')
  return problem === ''
}
