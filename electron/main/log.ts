import { mostLogLines } from '../../shared/bridge/log-lines.ts'

/** What may be said of what happened: ids, codes and counts; never a title, a name, a path or anything else a person wrote. */
export type Facts = Readonly<Record<string, string | number | boolean>>

/** Where lines go besides standard error; takes each as one line of JSON, and never throws. */
export type LogSink = (line: string) => void

const last: string[] = []
let sink: LogSink = () => {}

/** Says in one line what happened. This is the only door: whatever is kept or shown of it came through here. */
export function log(event: string, facts: Facts = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), event, ...facts })
  last.push(line)
  if (last.length > mostLogLines) last.shift()
  console.error(line)
  sink(line)
}

/** From now on lines go there as well; those of the first moments too. */
export function keepLog(next: LogSink): void {
  sink = next
  for (const line of last) next(line)
}

/** The lines that came last, the latest at the end. */
export function lastLines(): readonly string[] {
  return [...last]
}

/** What may be logged of an error: its code, or the name of its class. Messages can hold paths and titles. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
