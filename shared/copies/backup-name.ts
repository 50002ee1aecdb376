import { Temporal } from 'temporal-polyfill'

/** Why a backup was made: by the clock, before an act that changes much at once, because the plan leaves, or by hand. */
export const backupReasons = ['timer', 'merge', 'page', 'takeBack', 'upgrade', 'restore', 'removed', 'fold', 'hand'] as const
export type BackupReason = (typeof backupReasons)[number]

/** Reasons that announce an act people may want to go back behind; what was so made is kept for a day whatever comes. */
const riskyReasons: ReadonlySet<BackupReason> = new Set(['merge', 'page', 'takeBack', 'upgrade', 'restore', 'removed', 'fold'])

/** A backup as its name tells of it: a list of backups is read without opening one. */
export interface Backup {
  readonly name: string
  /** Milliseconds since 1970, by the clock of then. */
  readonly at: number
  readonly reason: BackupReason
  /** Goals at the first level, as the list of plans counts them. */
  readonly goals: number
  /** Records of the plan, without those that are deleted. */
  readonly records: number
  /** The first 8 hexadecimal digits of the digest of what it holds: equal ones hold the same. */
  readonly digest: string
}

export type BackupFacts = Omit<Backup, 'name'>

/** What a clock reads at most in a name: the end of the year 9999. */
const latest = 253_402_300_799_999
const pattern = /^backup-(\d{4})-(\d\d)-(\d\d)t(\d\d)-(\d\d)-(\d\d)-(\d{3})z-([a-z]+)-(\d{1,7})-(\d{1,7})-([0-9a-f]{8})\.json$/

/** `backup-2018-12-06t16-42-00-123z-merge-33-71-1a2b3c4d.json`: it sorts by time, in UTC. */
export function backupName({ at, reason, goals, records, digest }: BackupFacts): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(timeOf(at)).toString({ smallestUnit: 'millisecond' }).toLowerCase().replace(/[:.]/g, '-')
  return `backup-${moment}-${reason.toLowerCase()}-${countOf(goals)}-${countOf(records)}-${digest}.json`
}

/** What a name says; null of any other file. */
export function parseBackupName(name: string): Backup | null {
  const [, year, month, day, hour, minute, second, ms, word, goals, records, digest = ''] = pattern.exec(name) ?? []
  const reason = backupReasons.find((each) => each.toLowerCase() === word)
  const at = momentOf(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
  if (reason === undefined || at === null) return null
  return { name, at, reason, goals: Number(goals), records: Number(records), digest }
}

/** The digits of a file's digest that stand in a name. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 8)
}

export function isBeforeRisk({ reason }: Pick<Backup, 'reason'>): boolean {
  return riskyReasons.has(reason)
}

/** The newest first; of one moment always in the same order. */
export function compareBackups(a: Backup, b: Backup): number {
  return b.at - a.at || (a.name < b.name ? -1 : 1)
}

/** Null where there is no such day or hour. */
function momentOf(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

/** A wall clock may read anything. */
function timeOf(at: number): number {
  return Number.isFinite(at) ? Math.min(Math.max(Math.floor(at), 0), latest) : 0
}

function countOf(count: number): number {
  return Math.min(count, 9_999_999)
}
