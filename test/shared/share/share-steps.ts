import { expect } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { isKnown } from '../../../shared/changes/knows.ts'
import { acknowledge, enterEdits, enterFolded, enterState, forgetEdits, loseDisk } from './share-books.ts'
import { addComputer, type Computer, type World } from './share-world.ts'

const mostComputers = 5
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** One thing that happens in a history: mostly people edit and computers look, and now and then something goes wrong. */
export async function takeStep(world: World): Promise<void> {
  const { random, computers } = world
  // often no time passes, so that stamps are equal where they can be
  if (random.chance(0.7)) world.ms += random.pick([1, 1_000, 20_000, 40_000, hourMs])
  const computer = random.pick(computers)
  if (world.isFolding && random.chance(0.08)) return fold(world, computer)
  if (world.isOvertaken && random.chance(0.1)) return beOvertaken(world, computer)
  const what = random.below(100)
  if (what < 40) edit(world, computer)
  else if (what < 72) await look(world, computer)
  else if (what < 76) await lookAtOnce(world)
  else if (what < 81) await die(world, computer)
  else if (what < 88) goOffline(world, computer)
  else if (what < 90) await emptyPlace(world)
  else if (what < 92) await keepOrRestorePlace(world, computer)
  else if (what < 94) setClock(world, computer)
  else if (what < 96) computer.disks.push(computer.replica.disk())
  else if (what < 97) restoreProfile(world, computer)
  else if (what < 98 && computers.length < mostComputers) await copyProfile(world, computer)
  else await computer.line.arrive()
}

/** Records, fields and values so few that they collide all the time. */
function drawEdit({ random, isFolding }: Pick<World, 'random' | 'isFolding'>, set: ChangeSet): Edit {
  const conflicts = conflictsIn(set)
  if (conflicts.length > 0 && random.chance(0.1)) return { on: random.pick(conflicts), set: { reviewed: true } }
  if (isFolding && random.chance(0.5)) return { on: random.pick(['goal:a', 'goal:b'] as const), set: { [random.pick(['description', 'order'])]: random.pick(['A', 'B', 'C']) } }
  const on = random.pick(['goal:a', 'goal:b', 'note:c'] as const)
  const field = random.pick(on === 'note:c' ? (['text', 'deleted'] as const) : (['title', 'status', 'deleted', 'teams/SRE'] as const))
  const value = field === 'deleted' || field === 'teams/SRE' ? random.chance(0.5) : random.pick(field === 'status' ? ['done', 'inProgress'] : ['A', 'B', 'Ç – 漢'])
  return { on, set: { [field]: value, ...(random.chance(0.1) ? { later: random.below(3) } : {}) } }
}

export function conflictsIn(set: ChangeSet): readonly RecordId[] {
  return [...valuesOf(set.records)].filter((record) => winnerOf(record, 'record') !== undefined).map(({ id }) => id)
}

function edit(world: World, { replica, state }: Computer): void {
  const { random, count, books } = world
  const before = replica.set()
  const changes = replica.edit(Array.from({ length: 1 + random.below(2) }, () => drawEdit(world, before)))
  enterEdits(books, changes, before)
  enterState(books, replica.set())
  count('edits', changes.length)
  state.unsaved = [...state.unsaved, ...changes]
  if (random.chance(0.8)) save({ books }, { replica, state })
}

export function save({ books }: Pick<World, 'books'>, { replica, state }: Pick<Computer, 'replica' | 'state'>): void {
  replica.save()
  acknowledge(books, state.unsaved)
  state.unsaved = []
}

function fold({ random, count, books, ms }: World, { replica, state }: Computer): void {
  if (!replica.isSafe()) return
  const before = replica.set()
  // a history is over in days: even what was overwritten just now may be old
  const { gone, made } = replica.fold(ms + random.pick([-dayMs, 0, dayMs]))
  enterFolded(books, gone)
  enterEdits(books, made, before)
  enterState(books, replica.set())
  state.unsaved = [...state.unsaved, ...made]
  count('folds')
  count('foldedCells', gone.length)
}

async function look({ count }: World, { replica }: Computer): Promise<void> {
  count('looks')
  await replica.share().look()
  noteState({ count }, replica)
}

export function noteState({ count }: Pick<World, 'count'>, replica: Computer['replica']): void {
  const { heldBack, unread } = replica.share().state()
  count('heldBack', heldBack.length)
  count('gaps', unread.filter(({ why }) => why === 'gap').length)
}

async function lookAtOnce({ computers, count }: World): Promise<void> {
  count('looksAtOnce')
  await Promise.all(computers.flatMap(({ replica }) => [replica.share().look(), replica.share().look()]))
}

async function die(world: World, { replica, state }: Computer): Promise<void> {
  const { random, count, books } = world
  count('editsLost', state.unsaved.length)
  forgetEdits(books, state.unsaved)
  state.unsaved = []
  if (random.chance(0.5)) {
    count('restarts')
    return replica.restart()
  }
  count('deaths')
  await replica.lookAndDie(1 + random.below(12))
}

function goOffline(world: World, { line: { faults } }: Computer): void {
  const { random, count } = world
  faults.isOffline = !faults.isOffline
  if (!faults.isOffline) return
  count('daysOffline')
  if (random.chance(0.3)) world.ms += random.below(5) * dayMs
}

async function emptyPlace({ place, count }: World): Promise<void> {
  count('emptied')
  await place.empty()
}

async function keepOrRestorePlace(world: World, { line }: Computer): Promise<void> {
  const { random, count, backups, place } = world
  const { inner } = line
  if (backups.length === 0 || random.chance(0.6)) {
    const listed = await inner.list()
    if (!listed.ok) return
    const texts = new Map<string, string>()
    for (const { name } of listed.value) {
      const got = name.startsWith('stray/') ? null : await inner.get(name)
      if (got?.ok === true && got.value !== null) texts.set(name, got.value)
    }
    backups.push(texts)
    return
  }
  count('restoredPlaces')
  await place.empty()
  for (const [name, text] of random.pick(backups)) await inner.put(name, text)
}

function setClock({ random, count }: World, { state }: Computer): void {
  state.clockOff = random.pick([0, 0, -hourMs, hourMs, 3 * dayMs])
  if (state.clockOff > dayMs) count('clocksAhead')
}

/** A profile is put back from a copy: what was written since is gone here, and may be in the mailbox under this name. */
function restoreProfile({ books, computers, count, random }: World, { replica, state, disks }: Computer): void {
  count('restoredProfiles')
  count('editsLost', state.unsaved.length)
  forgetEdits(books, state.unsaved)
  state.unsaved = []
  books.isMuddled = true
  loseDisk(books, computers.filter((other) => other.replica !== replica).map((other) => other.replica.disk().set))
  replica.restore(random.pick(disks))
}

/**
 * A copy of a profile writes into the mailbox between a look of the original and what that puts then, and is never seen
 * again: what it wrote is nowhere but under the name of both.
 */
async function beOvertaken(world: World, original: Computer): Promise<void> {
  const { replica, line } = original
  edit(world, original)
  save(world, original)
  world.books.isMuddled = true
  const copy = await addComputer(world, replica.disk())
  const { faults } = line
  const before = { ...faults }
  const calm = { isCalm: true, isOffline: false }
  Object.assign(faults, calm)
  Object.assign(copy.line.faults, calm)
  const name = replica.name()
  let isOut = false
  line.overtake.push(async () => {
    world.ms += 1_000
    edit(world, copy)
    save(world, copy)
    await copy.replica.share().look()
    isOut = copy.replica.name() === name && copy.replica.share().state().standing.kind === 'upToDate'
  })
  await look(world, original)
  line.overtake.splice(0)
  Object.assign(faults, before)
  if (!isOut) return // it may have nothing to say, or to say it under another name
  world.count('overtaken')
  const { knows } = replica.set()
  expect([...copy.replica.set().knows.values()].filter((stamp) => !isKnown({ knows, stamp })), 'what was put between a look and a put is read').toEqual([])
  world.computers.splice(world.computers.indexOf(copy), 1)
}

/** A profile is copied to another computer: two write under one name until one of them notices. */
async function copyProfile(world: World, original: Computer): Promise<void> {
  world.count('copies')
  world.books.isMuddled = true
  const copy = await addComputer(world, original.replica.disk())
  if (world.random.chance(0.5)) for (const each of [original, copy]) edit(world, each)
}
