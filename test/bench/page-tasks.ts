import type { Page } from 'playwright-core'

/** A piece of work on the main thread during which nothing else could happen there. */
export interface PageTask {
  /** From its beginning to its end. */
  readonly ms: number
  /** How much of that it really worked: the rest went to other programs on this computer. */
  readonly workMs: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The tasks of a page's main thread while something is done, by Chromium's own trace. */
export async function tasksDuring(page: Page, work: () => Promise<void>): Promise<readonly PageTask[]> {
  const devtools = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[]))) // the protocol leaves open what they are
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['__metadata', 'toplevel', 'disabled-by-default-devtools.timeline'] } })
  await work()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  await devtools.detach()
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf))
  const tasks = events.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
  return tasks.map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1_000, workMs: tdur / 1_000 }))
}
