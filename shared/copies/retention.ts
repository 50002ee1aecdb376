import { compareBackups, isBeforeRisk, type Backup } from './backup-name.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How far apart backups lie that are kept, by their age: five minutes, hours, days, weeks. */
const spacings = [
  { until: hour, apart: 5 * minute },
  { until: day, apart: hour },
  { until: 14 * day, apart: day },
  { until: Infinity, apart: 7 * day },
] as const

/** A quarter of a year. */
const oldest = 91 * day

/** More than this are never kept. */
const mostBackups = 59
/** So many different ones are kept in any case, of all, of the full ones, and of those dated later than now. */
const alwaysKept = 3
/** So many of those before an act that changes much are kept for a day. */
const riskyKept = 24

/**
 * Which backups are kept, by what their names say; leave out those known to be damaged.
 *
 * What if nothing was done for a year, or the clock stood years ahead for a while? Time without a backup counts as twice
 * what may lie between two of them there, so neither makes the others old at once. What if the clock was set back? Backups dated later than now are
 * kept beside the others as far as there is room, and take the place of none.
 */
export function backupsToKeep({ backups, now }: { readonly backups: readonly Backup[]; readonly now: number }): ReadonlySet<Backup> {
  const [future, past] = partition(backups.toSorted(compareBackups), ({ at }) => at > now)
  const isFull = fullness(backups)
  const must = new Set([
    ...past.slice(0, 1),
    ...different([...past, ...future]),
    ...different([...past.filter(isFull), ...future.filter(isFull)]),
    ...different(future.filter(isFull)),
    ...past.filter((backup) => isBeforeRisk(backup) && now - backup.at < day).slice(0, riskyKept),
  ])
  const ages = agesOf(past, now)
  const spaced = spacedOut({ past, ages, isFull })
  const kept = thinned({ kept: past.filter((backup) => must.has(backup) || spaced.has(backup)), must, ages, most: mostBackups - future.filter((backup) => must.has(backup)).length })
  const [mustStay, mayStay] = partition(future, (backup) => must.has(backup))
  return new Set([...kept, ...mustStay, ...mayStay].slice(0, mostBackups))
}

/** Whether a plan holds at least half of what any backup of it holds: one with less may have lost the rest. */
function fullness(backups: readonly Backup[]): (backup: Backup) => boolean {
  const most = Math.max(0, ...backups.map(({ records }) => records))
  return ({ records }) => records * 2 >= most
}

/** The first of them that differ from each other. */
function different(backups: readonly Backup[]): readonly Backup[] {
  const first = new Map<string, Backup>()
  for (const backup of backups) if (!first.has(backup.digest)) first.set(backup.digest, backup)
  return [...first.values()].slice(0, alwaysKept)
}

/** How long ago each was made, in time in which backups were made. @param past the newest first */
function agesOf(past: readonly Backup[], now: number): ReadonlyMap<Backup, number> {
  const ages = new Map<Backup, number>()
  let [age, since] = [0, now]
  for (const backup of past) {
    age += Math.min(since - backup.at, Math.max(day, 2 * apartAt(age)))
    since = backup.at
    ages.set(backup, age)
  }
  return ages
}

interface SpacedOut {
  readonly past: readonly Backup[]
  readonly ages: ReadonlyMap<Backup, number>
  readonly isFull: (backup: Backup) => boolean
}

/**
 * Those that lie far enough apart for their age. From the oldest on, so that one that was kept stays the one that is
 * kept; full ones first, so that no other takes the place of one.
 */
function spacedOut({ past, ages, isFull }: SpacedOut): ReadonlySet<Backup> {
  const kept = new Set<Backup>()
  const [full, others] = partition(past.toReversed(), isFull)
  const ageOf = (backup: Backup): number => ages.get(backup) ?? 0
  for (const backup of [...full, ...others]) {
    const age = ageOf(backup)
    if (age < oldest && [...kept].every((other) => Math.abs(ageOf(other) - age) >= apartAt(age))) kept.add(backup)
  }
  return kept
}

function apartAt(age: number): number {
  return spacings.find(({ until }) => age < until)?.apart ?? 7 * day
}

/** As many as there is room for: those go first that lie closest to the one before them, for their age. @param kept the newest first */
function thinned({ kept, must, ages, most }: { readonly kept: readonly Backup[]; readonly must: ReadonlySet<Backup>; readonly ages: ReadonlyMap<Backup, number>; readonly most: number }): readonly Backup[] {
  const left = [...kept]
  while (left.length > most) {
    const closeness = (backup: Backup, index: number): number => {
      const before = left[index + 1]
      if (before === undefined || must.has(backup)) return Infinity
      const age = ages.get(backup) ?? 0
      return ((ages.get(before) ?? 0) - age) / apartAt(age)
    }
    const gaps = left.map(closeness)
    left.splice(gaps.indexOf(Math.min(...gaps)), 1)
  }
  return left
}

function partition<T>(all: readonly T[], holds: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((each) => !holds(each))]
}
