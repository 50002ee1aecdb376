import type { Change, Edit, Value } from '../../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, recordIn, type ChangeSet } from '../../../../shared/changes/fold.ts'
import type { Knows } from '../../../../shared/changes/knows.ts'
import { removeChanges, rewriteChanges } from '../../../../shared/changes/remove-changes.ts'
import { valuesOf } from '../../../../shared/changes/sharded-map.ts'
import { stampEdits } from '../../../../shared/changes/stamp-edits.ts'
import { takeIn } from '../../../../shared/changes/take-in.ts'
import { createWindowClock, observeAll, type WindowClock } from '../../../../shared/changes/writer.ts'
import { hasKind, type RecordId } from '../../../../shared/model/ids.ts'
import type { DatedExchange } from '../../../../shared/plan/exchange.ts'
import { mergesOf, type MergeState } from '../../../../shared/plan/merge-state.ts'
import { setBackMerges } from '../../../../shared/plan/other-merges.ts'
import { revertMerge, withdrawalOf } from '../../../../shared/plan/take-back-merge.ts'
import type { FoldHistory } from '../../../../shared/share/old-history/fold-history.ts'
import { withoutReturned } from '../../../../shared/share/old-history/returned-history.ts'
import { createRandom, type Random } from '../../changes/history/random.ts'

export type Fold = (folding: FoldHistory) => readonly Change[]

/** A computer twice: as it is, and as it would be if no history were ever folded away, to hold the one against the other. */
export interface Twin {
  readonly replica: string
  readonly whole: ChangeSet
  readonly thin: ChangeSet
  readonly clock: WindowClock
  readonly exchanges: readonly DatedExchange[]
  /** What merges brought, by id, on either side. */
  readonly brought: ReadonlyMap<string, { readonly whole: readonly Change[]; readonly thin: readonly Change[] }>
  /** What it has heard that others know. */
  readonly heads: ReadonlyMap<string, Knows>
  /** The last moment up to which it folded history away. */
  readonly before: number
}

export interface Found {
  readonly whole: readonly Change[]
  readonly thin: readonly Change[]
}

export interface Played {
  readonly twins: readonly Twin[]
  /** What each merge and each merge taken back found on both sides. */
  readonly found: readonly Found[]
  readonly folds: number
  readonly folded: number
  readonly takenBack: number
}

const replicas = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd']
const day = 24 * 3_600_000
const records: readonly RecordId[] = ['goal:a', 'goal:b', 'goal:c', 'note:n']
const values: readonly Value[] = ['x', 'y', 'z', null]

/** Plays a history of months at four computers: edits, files old and new, merges taken back, and folds at random. */
export function playFolds({ seed, fold, steps = 90 }: { readonly seed: number; readonly fold: Fold; readonly steps?: number }): Played {
  const random = createRandom(seed)
  const twins = replicas.map((replica): Twin => ({ replica, whole: emptyChangeSet(), thin: emptyChangeSet(), clock: createWindowClock({ replica, slot: 0 }), exchanges: [], brought: new Map(), heads: new Map(), before: 0 }))
  const files: Twin[] = []
  const found: Found[] = []
  let [now, folds, folded, takenBack] = [Date.UTC(2026, 0, 1), 0, 0, 0]
  const put = (index: number, twin: Twin): void => void (twins[index] = twin)
  for (let step = 0; step < steps; step += 1) {
    now += random.below(9) * day + random.below(day)
    const index = random.below(twins.length)
    const twin = twins[index] as Twin // an index below their number
    const what = random.below(100)
    if (what < 50) put(index, edit({ twin, random, now }))
    else if (what < 78) {
      const other = random.pick(twins.filter((each) => each !== twin))
      const file = files.length > 0 && random.chance(0.25) ? random.pick(files) : other
      if (file.replica === twin.replica) continue
      // as a rule through a share, which nobody takes back; what has gone into it has left the computer
      const isFile = random.chance(0.2)
      const { merged, news } = merge({ twin, file, now, id: `${isFile ? 'm' : 's'}${step}` })
      put(index, merged)
      if (!isFile && file === other) put(twins.indexOf(other), left(other, `s${step}`, now))
      found.push(news)
    } else if (what < 84) {
      files.push(twin)
      put(index, left(twin, `f${step}`, now))
    } else if (what < 88) {
      const back = takeBack({ twin, random, now })
      if (back === null) continue
      takenBack += 1
      put(index, back.twin)
      found.push(back.news)
    } else {
      const before = now - (1 + random.below(4)) * 20 * day
      const known = [...twin.heads.values()]
      if (known.length < replicas.length - 1 && random.chance(0.7)) continue
      const merges = mergesOf(twin.exchanges).filter(isStanding).map(({ id, at }) => ({ at, brought: twin.brought.get(id)?.thin ?? [] }))
      const gone = fold({ set: twin.thin, before, known, merges })
      folds += 1
      folded += gone.length
      put(index, { ...twin, thin: removeChanges(twin.thin, gone).set, before: Math.max(twin.before, before) })
    }
  }
  return { twins, found, folds, folded, takenBack }
}

/** Everybody gets everything of everybody, as they all come back. */
export function meet(twins: readonly Twin[]): { readonly twins: readonly Twin[]; readonly found: readonly Found[] } {
  const all = [...twins]
  const found: Found[] = []
  for (let round = 0; round < 2; round += 1) {
    for (const [index] of all.entries()) {
      for (const file of all) {
        const twin = all[index]
        if (twin === undefined || file.replica === twin.replica) continue
        const { merged, news } = merge({ twin, file, now: Date.UTC(2030, 0, 1), id: `s-end${round}${index}${file.replica}` })
        all[index] = merged
        found.push(news)
      }
    }
  }
  return { twins: all, found }
}

function edit({ twin, random, now }: { readonly twin: Twin; readonly random: Random; readonly now: number }): Twin {
  const on = random.pick(records)
  const conflict = [...valuesOf(twin.whole.records)].find(({ id }) => hasKind(id, 'conflict'))
  const edits: readonly Edit[] =
    conflict !== undefined && random.chance(0.15)
      ? [{ on: conflict.id, set: { reviewed: true } }]
      : [{ on, set: recordIn(twin.whole, on) === undefined ? { title: on, order: 'a0', description: 'x' } : anyFields(random, on) }]
  return write({ twin, edits, now })
}

function anyFields(random: Random, on: RecordId): Edit['set'] {
  if (random.chance(0.08)) return { deleted: random.chance(0.7) }
  if (hasKind(on, 'note')) return { text: random.pick(values) }
  const field = random.pick(['description', 'description', 'order', 'reason'] as const)
  return { [field]: random.pick(values), ...(random.chance(0.3) && { status: random.pick(['todo', 'done']) }) }
}

function write({ twin, edits, now }: { readonly twin: Twin; readonly edits: readonly Edit[]; readonly now: number }): Twin {
  if (edits.length === 0) return twin
  const { clock, changes } = stampEdits({ clock: twin.clock, set: twin.whole, edits, now })
  return { ...twin, clock, whole: addChanges(twin.whole, changes).set, thin: addChanges(twin.thin, changes).set }
}

function merge({ twin, file, now, id }: { readonly twin: Twin; readonly file: Twin; readonly now: number; readonly id: string }): { readonly merged: Twin; readonly news: Found } {
  const stamp = (): readonly Change[] => []
  const whole = takeIn({ set: twin.whole, theirs: file.whole, edits: [], reviewed: new Set(), stamp })
  const taken = withoutReturned({ set: twin.thin, theirs: file.thin, before: twin.before })
  const thin = takeIn({ set: twin.thin, theirs: file.thin, taken, edits: [], reviewed: new Set(), stamp })
  const exchange = { kind: 'merged', id, file: id, by: file.replica, knows: [...file.whole.knows.values()], added: 0, before: [...twin.whole.knows.values()], at: now } as const
  const merged = {
    ...twin,
    whole: whole.folded.set,
    thin: thin.folded.set,
    clock: observeAll({ clock: twin.clock, stamps: file.whole.knows.values(), now }),
    exchanges: [...twin.exchanges, exchange],
    brought: new Map([...twin.brought, [id, { whole: whole.brought, thin: thin.brought }]]),
    heads: new Map([...twin.heads, [file.replica, file.whole.knows]]),
  }
  return { merged, news: { whole: whole.found, thin: thin.found } }
}

/** Takes back a merge that stands: out of the set, or by new changes where a file with it has gone out. */
function takeBack({ twin, random, now }: { readonly twin: Twin; readonly random: Random; readonly now: number }): { readonly twin: Twin; readonly news: Found } | null {
  const merges = mergesOf(twin.exchanges)
  const standing = merges.filter(isStanding)
  if (standing.length === 0) return null
  const taken = random.pick(standing)
  const brought = twin.brought.get(taken.id)
  if (brought === undefined) return null
  const { replica } = twin
  const noted = { ...twin, exchanges: [...twin.exchanges, { kind: 'takenBack', id: taken.id, at: now } as const] }
  if (taken.left !== null) {
    const parts = { before: taken.before, replica, setBack: setBackMerges({ merges, id: taken.id }) }
    const [whole, thin] = [revertMerge({ set: twin.whole, added: brought.whole, ...parts }), revertMerge({ set: twin.thin, added: brought.thin, ...parts })]
    return { twin: write({ twin: noted, edits: whole, now }), news: { whole: asChanges(whole), thin: asChanges(thin) } }
  }
  const whole = withdrawalOf({ set: twin.whole, brought: brought.whole, merge: taken, merges, replica })
  const thin = withdrawalOf({ set: twin.thin, brought: brought.thin, merge: taken, merges, replica })
  const left = { ...noted, whole: rewriteChanges(twin.whole, { without: whole.without, changes: whole.reopened }).set, thin: rewriteChanges(twin.thin, { without: thin.without, changes: thin.reopened }).set }
  const news = { whole: [...whole.reopened, ...asChanges([...whole.adopted, ...whole.changedBack])], thin: [...thin.reopened, ...asChanges([...thin.adopted, ...thin.changedBack])] }
  return { twin: write({ twin: left, edits: [...whole.adopted, ...whole.changedBack], now }), news }
}

function left(twin: Twin, file: string, at: number): Twin {
  return { ...twin, exchanges: [...twin.exchanges, { kind: 'exported', file, at }] }
}

function isStanding({ id, isTakenBack }: MergeState): boolean {
  return id.startsWith('m') && !isTakenBack
}

function asChanges(edits: readonly Edit[]): readonly Change[] {
  return edits.map((each) => ({ at: '', ...each }))
}
