/** How large a team is, and its plan. */
export interface Size {
  readonly goals: number
  readonly replicas: number
  readonly days: number
  readonly isFolded?: boolean
}

/** What was measured of one size; times in milliseconds, sizes in bytes. */
export interface Row extends Size {
  readonly edits: number
  readonly planBytes: number
  /** What the plan file would have if nothing had ever been overwritten. */
  readonly bareBytes: number
  readonly mailboxBytes: number
  readonly openMs: number
  readonly openBytes: number
  readonly startMs: number
  readonly startBytes: number
  readonly joinMs: number
  readonly joinBytes: number
  readonly dayMs: number
  readonly dayBytes: number
  readonly dayStepMs: number
  readonly startStepMs: number
  readonly monthMs: number
  readonly monthBytes: number
  readonly editMs: number
  readonly editBytes: number
}

const head = ['goals', 'computers', 'days', 'edits', 'plan file', 'of it what counts', 'mailbox', 'open', 'start', 'join', "a colleague's day", 'a month away', 'an edit']

export const tableHead = `| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}`

/** A row of the table. */
export function tableRow(row: Row): string {
  const cells = [
    row.goals.toLocaleString('en'),
    String(row.replicas),
    `${row.days}${row.isFolded === true ? ', folded' : ''}`,
    row.edits.toLocaleString('en'),
    size(row.planBytes),
    size(row.bareBytes),
    size(row.mailboxBytes),
    `${time(row.openMs)}, ${size(row.openBytes)}`,
    `${time(row.startMs)}, ${size(row.startBytes)}`,
    `${time(row.joinMs)}, ${size(row.joinBytes)}`,
    `${time(row.dayMs)}, ${size(row.dayBytes)}`,
    `${time(row.monthMs)}, ${size(row.monthBytes)}`,
    `${time(row.editMs)}, ${size(row.editBytes)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

export function time(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
}

function size(bytes: number): string {
  return bytes < 10_000 ? `${(bytes / 1_000).toFixed(1)} KB` : bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(bytes < 100_000_000 ? 1 : 0)} MB`
}
