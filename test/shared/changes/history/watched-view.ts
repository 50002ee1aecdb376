import { recordIn, type Folded } from '../../../../shared/changes/fold.ts'
import { entriesOf } from '../../../../shared/changes/sharded-map.ts'
import { hasKind, isRecordId, type RecordId } from '../../../../shared/model/ids.ts'
import { createView, updateView } from '../../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../../shared/plan/plan-view.ts'
import type { CellSet } from './cell-set.ts'
import { lastSeen, listOf, type Entry } from './ledger.ts'
import { insist, type Window, type World } from './world.ts'

/** Takes a step into the view of a window that is watched, and now and then compares it with one made at once. */
export function showTouched(world: World, window: Window, touched: Folded['touched']): void {
  if (window.view === null) return
  window.view = updateView(window.view, { set: window.session.set, touched })
  if (world.random.chance(0.1)) judgeView(window.view)
}

/** Begins to watch, or goes on after a window was opened again. */
export function showAnew(window: Window): void {
  if (window.view !== null) window.view = createView(window.session.set)
}

export function watch(world: World, window: Window): void {
  window.view = createView(window.session.set)
  world.tally.viewsWatched += 1
}

export function judgeView(view: PlanView): void {
  const anew = createView(view.set)
  const [kept, made] = [viewText(view), viewText(anew)]
  insist([...anew.orphans].every((id) => view.orphans.has(id)), 'a view kept up knows every record whose parent is not there')
  if (kept !== made) throw new Error(`broken promise: a view kept up step by step is the view made at once; kept up:\n${kept}\nmade at once:\n${made}`)
}

function viewText({ plan, children, cutGoals }: PlanView): string {
  const lists = [...entriesOf(children)].filter(([, list]) => list.length > 0).map(([key, list]) => `${key}: ${list.join(' ')}`)
  return JSON.stringify([plan, lists.toSorted(), [...cutGoals].toSorted()], null, 1)
}

/**
 * The plan is a forest: what isn't deleted stands in exactly one list, and from each one leads up to the top;
 * goals without their links are only those whose stated parents lead in a circle, one of each circle.
 */
export function judgeForest({ world, view, all }: { readonly world: World; readonly view: PlanView; readonly all: CellSet }): void {
  const ids = [...world.ledger.lists].filter(([, fields]) => [...fields.values()].some((list) => lastSeen(list, all) !== undefined)).map(([id]) => id)
  const lastWord = (on: string, field: string): unknown => lastSeen(listOf(world.ledger, on, field), all)?.value
  const above = new Map<RecordId, string>()
  for (const [key, list] of entriesOf(view.children)) {
    for (const id of list) {
      insist(!above.has(id), `${id} stands in one list and no other`)
      above.set(id, key.slice(0, key.indexOf(' ')))
    }
  }
  for (const id of ids) {
    if (!isRecordId(id) || id.startsWith('milestone:') || lastWord(id, 'deleted') === true) continue
    insist(above.has(id), `${id} is not deleted and stands in a list`)
    let [parent, steps] = [above.get(id), 0]
    for (; isRecordId(parent) && recordIn(view.set, parent) !== undefined; parent = above.get(parent) ?? (lastWord(parent, 'deleted') === true ? 'deleted' : undefined)) {
      insist((steps += 1) < 10, `from ${id} one comes to the top`)
    }
    insist(parent === 'root' || parent === 'deleted', `what ${id} stands below is there`)
  }
  const cut = [...expectedCuts({ world, ids, all })].toSorted().join(' ')
  insist([...view.cutGoals].toSorted().join(' ') === cut, `of each circle of parents the link set last is cut: ${[...view.cutGoals].join(' ')}, expected ${cut}`)
  if (cut !== '') world.tally.circles += 1
}

/** By walking from each goal until it comes back to itself: the link of the circle that was set last. */
function expectedCuts({ world, ids, all }: { readonly world: World; readonly ids: readonly string[]; readonly all: CellSet }): ReadonlySet<string> {
  const cuts = new Set<string>()
  const linkOf = (id: string): Entry | undefined => lastSeen(listOf(world.ledger, id, 'parent'), all)
  for (const start of ids.filter((id) => hasKind(id, 'goal'))) {
    const circle: { readonly id: string; readonly at: string }[] = []
    for (let id: unknown = start; typeof id === 'string' && circle.length < 10; id = linkOf(id)?.value) {
      if (circle.length > 0 && id === start) {
        cuts.add(circle.toSorted((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.id < b.id ? -1 : 1)).at(-1)?.id ?? '')
        break
      }
      circle.push({ id, at: linkOf(id)?.at ?? '' })
    }
  }
  return cuts
}
