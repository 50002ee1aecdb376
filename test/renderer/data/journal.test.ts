import { expect, test } from 'vitest'
import { rowsOfCommit, type CommitRow } from '../../../renderer/data/commit-row.ts'
import { createJournal } from '../../../renderer/data/journal.ts'
import { frameLine } from '../../../shared/copies/framed-line.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createMemoryCopies, type MemoryCopies } from '../../shared/copies/memory-copies.ts'

const folder = 'plan-tec3'

function rowAt(seq: number, title = `at ${seq}`): CommitRow {
  const [row] = rowsOfCommit({ commit: { changes: [{ at: formatStamp({ ms: seq, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g', set: { title } }], action: 'test', at: 0 }, group: `group${seq}` })
  if (row === undefined) throw new Error('no row')
  return { ...row, seq }
}

async function endsOf(copies: MemoryCopies): Promise<readonly number[]> {
  const ends = await createJournal({ copies, folder, slot: 0, pause: () => Promise.resolve() }).ends()
  return ends.ok ? ends.value.rows.map(({ seq }) => seq) : []
}

test.each<readonly [string, number, () => string]>([
  ['one line larger than what is read of the end', 7, () => frameLine(JSON.stringify(rowAt(7, 'x'.repeat(200_000))))],
  ['the line with the highest number not at the end', 9, () => [9, 3, 4].map((seq) => frameLine(JSON.stringify(rowAt(seq)))).join('')],
  ['a spoilt line at the end', 5, () => `${frameLine(JSON.stringify(rowAt(5)))}${frameLine(JSON.stringify(rowAt(6))).replace('at 6', 'at 7')}`],
  ['an end cut off', 5, () => `${frameLine(JSON.stringify(rowAt(5)))}${frameLine(JSON.stringify(rowAt(6))).slice(0, -20)}`],
  ['more spoilt lines at the end than are read', 5, () => `${frameLine(JSON.stringify(rowAt(5)))}${'12 0123456789abcdef {"seq":8}\n'.repeat(200_000)}`],
])('[S61] the end of a journal with %s is found', async (_, last, text) => {
  const copies = createMemoryCopies()
  copies.files.set(`${folder}/journal-3.log`, text())
  copies.files.set(`${folder}/journal-4.log`, 'nothing that can be read')
  expect(await endsOf(copies)).toEqual([last])
})

test('[S61] of sixteen windows each end is read, and no file whole', async () => {
  const copies = createMemoryCopies()
  for (let slot = 0; slot < 16; slot += 1) copies.files.set(`${folder}/journal-${slot}.log`, Array.from({ length: 800 }, (_, at) => frameLine(JSON.stringify(rowAt(slot * 1_000 + at + 1)))).join(''))
  const asked: unknown[] = []
  const { read } = copies
  const counting: MemoryCopies = { ...copies, read: (place) => {
    asked.push(place.lastBytes)
    return read(place)
  } }
  expect(await endsOf(counting)).toEqual(Array.from({ length: 16 }, (_, slot) => slot * 1_000 + 800))
  expect(asked).toEqual(Array.from({ length: 16 }, () => 131_072))
})

test('[S118] a file that is full is followed by another, and all of them are the journal, also when it is written anew', async () => {
  const copies = createMemoryCopies()
  const journal = createJournal({ copies, folder, slot: 3, pause: () => Promise.resolve(), fileSize: 2_000 })
  const rows = Array.from({ length: 40 }, (_, at) => rowAt(at + 1))
  for (const row of rows.slice(0, 20)) expect(await journal.append([row])).toMatchObject({ ok: true })
  // a window that takes the slot later goes on in the last one
  const later = createJournal({ copies, folder, slot: 3, pause: () => Promise.resolve(), fileSize: 2_000 })
  for (const row of rows.slice(20)) expect(await later.append([row])).toMatchObject({ ok: true })
  const sizes = [...copies.files.values()].map((text) => text.length)
  expect(sizes.length).toBeGreaterThan(3)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000)
  const read = await later.rows()
  expect(read).toMatchObject({ ok: true, value: { rows, isSpoilt: false, isAll: true } })
  if (!read.ok) return
  expect(await later.replace({ rows: rows.slice(0, 5), read: read.value })).toMatchObject({ ok: true })
  expect(await later.rows()).toMatchObject({ value: { rows: rows.slice(0, 5) } })
  expect(await later.append([rowAt(6)])).toMatchObject({ ok: true })
  expect(await later.rows()).toMatchObject({ value: { rows: rows.slice(0, 6) } })
})
