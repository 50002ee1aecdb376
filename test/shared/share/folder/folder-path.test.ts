import { describe, expect, test } from 'vitest'
import { isOwnPath, itemAtPath, pathOfItem } from '../../../../shared/share/folder/folder-path.ts'
import { parseItemName, strayName } from '../../../../shared/share/item-name.ts'

const hex = 'a1'.repeat(32)

test.each([
  ['share', 'plan.json'],
  ['plan/k3m9x2p7qa', 'replicas/k3m9x2p7qa.json'],
  ['news/k3m9x2p7qa/0', 'recent/k3m9x2p7qa-0.json'],
  ['news/k3m9x2p7qa/2', 'recent/k3m9x2p7qa-2.json'],
  [`snapshot/${hex}`, `snapshots/${hex}.snapshot.json`],
  ['stray/k3m9x2p7qa0123456789', 'replicas/k3m9x2p7qa-by-hand-0123456789.json'],
])('[J1] the item %s lies at %s, and is found there', (name, path) => {
  expect([pathOfItem(name), itemAtPath(path), isOwnPath(path)]).toEqual([path, name, true])
})

test.each([
  'k3m9x2p7qa.sync-conflict-20261127-101010-ABCDEFG.json',
  'k3m9x2p7qa (SRE laptop’s conflicted copy 2026-11-27).json',
  'k3m9x2p7qa (conflicted copy 2026-11-27 101010).json',
  'k3m9x2p7qa_conflict-20261127-101010.json',
  'k3m9x2p7qa-SRE-laptop.json',
  'k3m9x2p7qa (Kopie).json',
  'k3m9x2p7qa 2.json',
  'k3m9x2p7qa-3.json',
  'k3m9x2p7qa-by-hand-0123456789 2.json',
  'k3m9x2p7qa-by-hand-0123456789-by-hand-.json',
  'k3m9x2p7qa-by-hand-K3M9X2P7QA.json',
  'K3M9X2P7QA.json',
  'k3m9x2p7qa.JSON',
  'a plan somebody put here.plan.json',
])('[J2] %s beside ours is more input, whichever program made it', (file) => {
  for (const path of [`replicas/${file}`, `recent/${file}`]) {
    const name = itemAtPath(path)
    expect(name).toBe(strayName(path))
    expect([parseItemName(name ?? '')?.kind, pathOfItem(name ?? ''), isOwnPath(path)]).toEqual(['stray', null, false])
  }
})

describe('[J3] what is nothing of a share has no name, and nothing is written there', () => {
  test.each([
    '', 'plan.json/', 'plan (conflicted copy).json', 'plan.sync-conflict-20261127-101010.json', 'notes.json', 'readme.txt', '.stfolder', 'replicas', 'replicas/', 'replicas/.json', 'replicas/k3m9x2p7qa.json.tmp',
    'replicas/.k3m9x2p7qa.json', 'replicas/.syncthing.k3m9x2p7qa.json', 'replicas/~k3m9x2p7qa.json', 'replicas/._k3m9x2p7qa.json', 'replicas/../plan.json', '../plan.json', 'replicas/../../k3m9x2p7qa.json', '/plan.json', 'C:plan.json',
    'replicas//k3m9x2p7qa.json', 'replicas\\k3m9x2p7qa.json', 'replicas/x\\..\\..\\k.json', 'replicas/a\0.json', 'replicas/a\n.json', 'replicas/inner/k3m9x2p7qa.json', 'recent/inner/a.json', `replicas/${'x'.repeat(300)}.json`,
    'snapshots/a.json', `snapshots/${hex}.json`, `snapshots/${hex} (conflicted copy).snapshot.json`, `snapshots/${hex.toUpperCase()}.snapshot.json`, '__proto__/a.json', 'REPLICAS/k3m9x2p7qa.json', 'photos/k3m9x2p7qa.json',
  ])('%j', (path) => {
    expect([itemAtPath(path), isOwnPath(path)]).toEqual([null, false])
  })

  test.each(['', 'plan', 'plan/', 'plan/../..', 'plan/K3M9X2P7QA', 'news/k3m9x2p7qa', 'news/k3m9x2p7qa/3', 'stray/k3m9x2p7qa', 'snapshot/x', 'share/x', '__proto__'])('nor has the name %j a place', (name) => {
    expect(pathOfItem(name)).toBeNull()
  })
})
