import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'

/** The processes of a browser, by its own account: itself first, then those it started, which leave its group. */
export async function processesOf(browser: BrowserContext): Promise<readonly number[]> {
  const session = await browser.browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('the browser has no session to ask')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.toSorted((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser')).map(({ id }) => id)
}

/** Sends SIGKILL to each; returns at once. */
export function killAll(processes: readonly number[]): void {
  for (const id of processes) if (isAlive(id)) process.kill(id, 'SIGKILL')
}

export async function untilGone(processes: readonly number[]): Promise<void> {
  while (processes.some(isAlive)) await wait(20)
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0) && !isUnburied(id)
  } catch {
    return false
  }
}

/** A process that has ended stays in the list until whoever took it over asks; that can take seconds, and it does nothing any more. */
function isUnburied(id: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false // not a system with such a list
  }
}
