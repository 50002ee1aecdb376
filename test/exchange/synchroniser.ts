import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Random } from '../shared/changes/history/random.ts'

/** What the synchroniser did, counted, so that a test can tell that it did something. */
export const synchronised = ['copied', 'halves', 'conflictCopies', 'deletions', 'temporaries', 'left', 'foreign', 'links', 'restored', 'emptied'] as const
export type Synchronised = Record<(typeof synchronised)[number], number>

/**
 * A program that keeps real folders the same, in the way of Syncthing and its kin: each file has a version that tells who
 * changed it how often; where two changed it at once, one stays and the other becomes a copy beside it.
 */
export interface Synchroniser {
  /** Takes some of what one folder has to another, in any order; with `all`, everything, and whole. */
  readonly carry: (options: { readonly from: number; readonly to: number; readonly all: boolean }) => void
  /** Does something that befalls folders: a foreign file, a link in the place of a file, an old folder put back, all of it deleted. */
  readonly mishap: (folder: number) => void
  /** Somebody deletes all that lies in a folder. */
  readonly empty: (folder: number) => void
  readonly done: Synchronised
}

type Version = ReadonlyMap<number, number>

interface Known {
  /** As the file lies in this folder; null where it was deleted. */
  readonly text: string | null
  readonly version: Version
  /** Not all of it has come: whoever has it whole sends it again. */
  readonly isHalf: boolean
}

const inner = ['replicas', 'recent', 'snapshots'] as const

/** @param folders more may be added to them at any time */
export function createSynchroniser({ folders, random }: { readonly folders: readonly string[]; readonly random: Random }): Synchroniser {
  const known = new Map<number, Map<string, Known>>()
  const backups = new Map<number, ReadonlyMap<string, string>>()
  const done = Object.fromEntries(synchronised.map((name) => [name, 0])) as Synchronised // one entry for each name
  let copies = 0

  /** Finds out what was changed in a folder since the last time. */
  const scan = (at: number): Map<string, Known> => {
    const files = knownOf(at)
    const there = filesIn(folderOf(at))
    for (const [path, text] of there) {
      const before = files.get(path)
      if (before?.text !== text) files.set(path, { text, version: raised(before?.version, at), isHalf: false })
    }
    for (const [path, before] of files) {
      if (there.has(path) || before.text === null) continue
      files.set(path, { text: null, version: raised(before.version, at), isHalf: false })
      done.deletions += 1
    }
    return files
  }
  const knownOf = (at: number): Map<string, Known> => {
    const files = known.get(at) ?? new Map<string, Known>()
    known.set(at, files)
    return files
  }
  const folderOf = (at: number): string => {
    const folder = folders[at]
    if (folder === undefined) throw new Error('no such folder')
    return folder
  }
  /** Lays a text into a folder, beside its place first and then in it. */
  const lay = (at: number, path: string, text: string): void => {
    const place = join(folderOf(at), path)
    const beside = join(dirname(place), `.syncthing.${basename(place)}.tmp`)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(beside, text)
    done.temporaries += 1
    // as it was written elsewhere, where clocks may be coarse
    utimesSync(beside, 1_544_000_000, 1_544_000_000)
    renameSync(beside, place)
  }
  const take = (at: number, path: string, theirs: Known, mayFail: boolean): void => {
    const place = join(folderOf(at), path)
    if (theirs.text === null) rmSync(place, { force: true })
    else if (mayFail && random.chance(0.1)) {
      // half of it, in its place; or all of it, which never gets its name
      const half = theirs.text.slice(0, random.below(theirs.text.length + 1))
      if (random.chance(0.7)) {
        lay(at, path, half)
        knownOf(at).set(path, { text: half, version: knownOf(at).get(path)?.version ?? new Map(), isHalf: true })
        done.halves += 1
      } else {
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(join(dirname(place), `~syncthing~${basename(place)}.tmp`), half)
        done.left += 1
      }
      return
    } else lay(at, path, theirs.text)
    knownOf(at).set(path, theirs)
    done.copied += 1
  }
  const settle = (at: number, path: string, mine: Known, theirs: Known, mayFail: boolean): void => {
    const version = merged(mine.version, theirs.version)
    const isTheirs = mine.text === null || (theirs.text !== null && random.chance(0.5))
    const loser = isTheirs ? mine.text : theirs.text
    if (loser !== null && mine.text !== theirs.text) {
      copies += 1
      const name = conflictName(path, copies)
      lay(at, name, loser)
      done.conflictCopies += 1
    }
    if (isTheirs) take(at, path, { ...theirs, version }, mayFail)
    else knownOf(at).set(path, { ...mine, version })
  }
  const empty = (at: number): void => {
    for (const each of ['plan.json', ...inner]) rmSync(join(folderOf(at), each), { recursive: true, force: true })
    done.emptied += 1
  }
  return {
    done,
    carry({ from, to, all }) {
      const source = scan(from)
      const target = scan(to)
      for (const [path, theirs] of random.shuffle([...source])) {
        const mine = target.get(path)
        if (theirs.isHalf || (!all && random.chance(0.4))) continue
        if (mine === undefined || isOver(theirs.version, mine.version) || (mine.isHalf && !isOver(mine.version, theirs.version))) take(to, path, theirs, !all)
        else if (!isOver(mine.version, theirs.version) && !isSame(mine.version, theirs.version)) settle(to, path, mine, theirs, !all)
      }
    },
    mishap(at) {
      const folder = folderOf(at)
      const files = [...filesIn(folder)]
      const luck = random.below(10)
      if (luck < 3) {
        const name = random.pick(['replicas/Thumbs.db', 'replicas/notes.json', 'recent/list.json', 'notes.txt', 'replicas/inner/a.json', 'recent/empty.json'])
        mkdirSync(join(folder, name, '..'), { recursive: true })
        writeFileSync(join(folder, name), random.pick(['', '{}', '[1, 2', '{"format":"annual-plan","version":1,"__proto__":{"plan":1}}', 'null']))
        done.foreign += 1
      } else if (luck < 5 && files.length > 0) {
        const [path] = random.pick(files)
        unlinkSync(join(folder, path))
        symlinkSync('/etc/passwd', join(folder, path))
        done.links += 1
      } else if (luck < 7 && files.length > 0) {
        const [path] = random.pick(files)
        unlinkSync(join(folder, path))
      } else if (luck < 8 && backups.has(at)) {
        for (const [path, text] of backups.get(at) ?? []) lay(at, path, text)
        done.restored += 1
      } else if (luck < 9) backups.set(at, new Map(files))
      else empty(at)
    },
    empty,
  }
}

/** The names that such programs give a copy of what clashed. */
function conflictName(path: string, number: number): string {
  const stem = path.slice(0, -extname(path).length)
  const marks = [`.sync-conflict-20261127-1010${String(number).padStart(2, '0')}-ABCDEFG`, ` (SRE laptop’s conflicted copy ${number})`, ` (conflicted copy 2026-11-27 ${number})`, `_conflict-20261127-${number}`, ` (Kopie ${number})`, `-Release-laptop-${number}`]
  return `${stem}${marks[number % marks.length] ?? ''}${extname(path)}`
}

/** Of plain files only, as programs that synchronise folders pass over what they don't know, or their own unfinished ones. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const add = (path: string): void => {
    const name = basename(path)
    if (!/^[.~]/.test(name) && lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true) files.set(path, readFileSync(join(folder, path), 'utf8'))
  }
  if (existsSync(join(folder, 'plan.json'))) add('plan.json')
  for (const each of inner) if (existsSync(join(folder, each))) for (const name of readdirSync(join(folder, each))) add(`${each}/${name}`)
  return files
}

function raised(version: Version | undefined, at: number): Version {
  return new Map([...(version ?? []), [at, (version?.get(at) ?? 0) + 1]])
}

function merged(a: Version, b: Version): Version {
  return new Map([...a, ...[...b].map(([at, count]) => [at, Math.max(count, a.get(at) ?? 0)] as const)])
}

function isSame(a: Version, b: Version): boolean {
  return a.size === b.size && [...a].every(([at, count]) => b.get(at) === count)
}

/** Whether one came later than the other, knowing of it. */
function isOver(a: Version, b: Version): boolean {
  return !isSame(a, b) && [...b].every(([at, count]) => (a.get(at) ?? 0) >= count)
}
