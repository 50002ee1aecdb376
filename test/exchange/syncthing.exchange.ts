import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createDiskFolder } from '../../electron/main/folders/disk-folder.ts'
import type { Change } from '../../shared/changes/change.ts'
import { recordIn } from '../../shared/changes/fold.ts'
import { cellsOf } from '../../shared/changes/folded-record.ts'
import { valuesOf } from '../../shared/changes/sharded-map.ts'
import { hasKind } from '../../shared/model/ids.ts'
import { createFolderMailbox } from '../../shared/share/folder/folder-mailbox.ts'
import { portraitOf } from '../shared/changes/portrait.ts'
import { createReplica, firstSet, type Replica } from '../shared/share/share-replica.ts'
import { createSyncthingPair, hasSyncthing, type SyncthingSide } from './syncthing.ts'

// Real Syncthing between two folders of this computer. Where there is none nothing is tried: `apt-get install -y syncthing`,
// or its program named in SYNCTHING.

const isHere = hasSyncthing()
if (!isHere) console.warn('Syncthing is not on this computer, so that the exchange is not tried through it. Get it by "apt-get install -y syncthing", or name its program in SYNCTHING.')

/** One computer: its replica looks when its folder changes, and every second besides. */
interface Computer {
  readonly replica: Replica
  readonly stop: () => Promise<void>
}

function startComputer({ folder }: SyncthingSide, name: string): Computer {
  const files = createDiskFolder({ root: folder })
  const replica = createReplica({ mailbox: createFolderMailbox({ files, now: Date.now }), now: Date.now, disk: { set: firstSet, name } })
  const look = (): void => void replica.share().look()
  const stopWatching = files.watch(look)
  const poll = setInterval(look, 1_000)
  look()
  return {
    replica,
    async stop() {
      clearInterval(poll)
      stopWatching()
      await replica.share().close()
    },
  }
}

describe.skipIf(!isHere)('[J19] through real Syncthing', () => {
  let sides: readonly [SyncthingSide, SyncthingSide]
  let computers: readonly [Computer, Computer]
  let close: () => Promise<void>
  const saved: Change[] = []
  const arrivals: number[] = []

  beforeAll(async () => {
    vi.spyOn(console, 'error').mockReturnValue() // the log says when a folder refuses
    const pair = await createSyncthingPair('tec3.planfolder')
    ;({ sides, close } = pair)
    for (const side of sides) side.start()
    computers = [startComputer(sides[0], 'aaaaaaaaaa'), startComputer(sides[1], 'bbbbbbbbbb')]
    // on a busy machine it takes half a minute until the two have found each other, which no edit has to wait for afterwards
    const first = [join(sides[0].folder, 'replicas/bbbbbbbbbb.json'), join(sides[1].folder, 'replicas/aaaaaaaaaa.json')]
    await vi.waitUntil(() => first.every((path) => existsSync(path)), { timeout: 150_000, interval: 100 })
  })
  afterAll(async () => {
    for (const computer of computers) await computer.stop()
    await close()
    vi.restoreAllMocks()
    const sorted = arrivals.toSorted((a, b) => a - b)
    console.log(`${saved.length} edits through Syncthing; from an edit until the other computer has it ${sorted[Math.floor(sorted.length / 2)]} ms at the median, ${sorted.at(-1)} ms at most`)
  })

  const edit = ({ replica }: Computer, goal: string, title: string): Change => {
    const [change] = replica.edit([{ on: `goal:${goal}`, set: { title } }])
    if (change === undefined) throw new Error('nothing was edited')
    replica.save()
    void replica.share().look()
    saved.push(change)
    return change
  }
  const has = ({ replica }: Computer, { at, on }: Change): boolean => {
    const record = recordIn(replica.set(), on)
    return record !== undefined && [...cellsOf(record)].some((cell) => cell.at === at)
  }
  const untilEqual = (): Promise<void> =>
    vi.waitFor(() => {
      expect(saved.filter((change) => computers.some((computer) => !has(computer, change)))).toEqual([])
      expect(portraitOf(computers[0].replica.set())).toBe(portraitOf(computers[1].replica.set()))
    }, { timeout: 60_000, interval: 100 })

  test('an edit on each comes to the other, over and over', async () => {
    for (let at = 0; at < 10; at += 1) {
      const [from, to] = at % 2 === 0 ? computers : [computers[1], computers[0]]
      const began = performance.now()
      const change = edit(from, `one${at}`, `Edit ${at}`)
      await vi.waitFor(() => expect(has(to, change)).toBe(true), { timeout: 30_000, interval: 10 })
      arrivals.push(Math.round(performance.now() - began))
    }
    await untilEqual()
    expect(arrivals.length).toBe(10)
  })

  test('both edit at once, the same goals too', async () => {
    for (let at = 0; at < 40; at += 1) {
      for (const [side, computer] of computers.entries()) edit(computer, `both${at % 5}`, `Edit ${at} of ${side}`)
      await wait(50)
    }
    await untilEqual()
    expect([...valuesOf(computers[0].replica.set().records)].some(({ id }) => hasKind(id, 'conflict'))).toBe(true)
  })

  test('while one is stopped both go on, and what clashed when it came back is a copy that is read as more input', async () => {
    const mine = join(sides[1].folder, 'recent/aaaaaaaaaa-0.json')
    await sides[1].stop()
    for (let at = 0; at < 10; at += 1) for (const [side, computer] of computers.entries()) edit(computer, `away${at % 3}`, `Edit ${at} of ${side}`)
    // both have put what they edited, of which the other's folder has nothing yet
    await vi.waitFor(() => expect(computers.map(({ replica }) => replica.share().state().standing.kind)).toEqual(['upToDate', 'upToDate']), { timeout: 30_000, interval: 50 })
    const theirs = join(sides[0].folder, 'recent/aaaaaaaaaa-0.json')
    await vi.waitFor(() => expect(readFileSync(theirs, 'utf8')).not.toBe(readFileSync(mine, 'utf8')), { timeout: 30_000, interval: 50 })
    // somebody saves the other's file anew where it is synchronised later: the same text, and another file
    writeFileSync(mine, `${readFileSync(mine, 'utf8')} `)
    writeFileSync(join(sides[1].folder, 'replicas/aaaaaaaaaa.json'), '{"half":')
    await wait(500)
    sides[1].start()
    await untilEqual()
    const names = () => sides.flatMap(({ folder }) => ['replicas', 'recent'].flatMap((inner) => readdirSync(join(folder, inner))))
    await vi.waitFor(() => expect(names().some((name) => name.includes('.sync-conflict-'))).toBe(true), { timeout: 30_000, interval: 100 })
    edit(computers[0], 'last', 'After the clash')
    await untilEqual()
    await vi.waitFor(() => expect(computers.map(({ replica }) => replica.share().state().standing.kind)).toEqual(['upToDate', 'upToDate']), { timeout: 30_000, interval: 50 })
  })
})
