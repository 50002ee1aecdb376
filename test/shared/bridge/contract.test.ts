import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { calls, events } from '../../../shared/bridge/contract.ts'
import { callNames, channelOf, eventNames } from '../../../shared/bridge/names.ts'

describe('[E3] a call takes only what the contract says', () => {
  const menuCommand = { id: 'goal.new', menu: 'goal', group: 'make', label: 'New goal', keys: 'c', enabled: true, checked: null }
  const folder = `folder-${'a'.repeat(21)}`
  const save = { kind: 'plan', suggestedName: 'a.plan.json', text: '{}', token: null }

  test.each([
    ['openFile', { kinds: ['plan', 'page'] }],
    ['saveFile', save],
    ['saveFile', { ...save, token: `file-${'a'.repeat(21)}` }],
    ['setCommands', { commands: [menuCommand] }],
    ['setTheme', { theme: 'dark' }],
    ['appInfo', undefined],
    ['copyList', { folder: 'library' }],
    ['copyRead', { folder: 'plan-a', name: 'journal-0.log', lastBytes: null }],
    ['copyAppend', { folder: 'plan-+a', name: 'journal-0.log', text: '' }],
    ['copyRemove', { folder: 'plan-a', name: 'backup-1.json' }],
    ['chooseFolder', { suggestedName: null }],
    ['chooseFolder', { suggestedName: '', plan: 'plan:a' }],
    ['folderRead', { token: folder, path: 'replicas/k3m9x2p7qa (Kopie).json' }],
    ['folderWrite', { token: folder, path: 'recent/k3m9x2p7qa-0.json', text: '' }],
  ] as const)('%s takes %j', (name, input) => {
    expect(v.is(calls[name].input, input)).toBe(true)
  })

  test.each([
    ['openFile', { kinds: [] }],
    ['openFile', { kinds: ['plan'], path: '/etc/passwd' }],
    ['saveFile', { ...save, path: '/etc/passwd' }],
    ['saveFile', { ...save, token: '/etc/passwd' }],
    ['saveFile', { ...save, kind: 'exe' }],
    ['saveFile', { ...save, suggestedName: '' }],
    ['setCommands', { commands: [{ ...menuCommand, id: '__proto__' }] }],
    ['setCommands', { commands: [{ ...menuCommand, role: 'quit' }] }],
    ['setCommands', { commands: Array.from({ length: 501 }, () => menuCommand) }],
    ['setTheme', { theme: 'pink' }],
    ['setBusy', { busy: 'yes' }],
    ['appInfo', {}],
    ['appInfo', null],
    ['copyList', { folder: '../library' }],
    ['copyList', {}],
    ['copyRead', { folder: 'plan-a', name: '../window.json', lastBytes: null }],
    ['copyRead', { folder: 'plan-a', name: 'journal-0.log', lastBytes: 0 }],
    ['copyRead', { folder: 'plan-a', name: 'journal-0.log', lastBytes: 2 ** 30 }],
    ['copyRead', { folder: 'plan-a', name: 'journal-0.log' }],
    ['copyAppend', { folder: 'plan-a/..', name: 'journal-0.log', text: '' }],
    ['copyWrite', { folder: 'plan-a', name: 'a', text: 1 }],
    ['copyWrite', { folder: 'plan-a', name: 'nul', text: '' }],
    ['copyWrite', { folder: 'plan-a', name: 'a', text: '', path: '/plans' }],
    ['copyRemove', { folder: '', name: '' }],
    ['keepDamaged', { path: '/plans' }],
    ['chooseFolder', { suggestedName: null, path: '/plans' }],
    ['chooseFolder', { suggestedName: 7 }],
    ['chooseFolder', { suggestedName: 'a', plan: '../plan' }],
    ['folderKnown', { token: '/plans' }],
    ['folderList', { token: `file-${'a'.repeat(21)}` }],
    ['folderRead', { token: folder, path: '../plan.json' }],
    ['folderRead', { token: folder, path: 'notes.txt' }],
    ['folderRead', { token: folder, path: `replicas/${'x'.repeat(400)}.json` }],
    ['folderWrite', { token: folder, path: 'replicas/k3m9x2p7qa (Kopie).json', text: '' }],
    ['folderWrite', { token: folder, path: '/etc/passwd', text: '' }],
    ['folderWatch', { token: folder }],
    ['forgetFolder', { token: null }],
  ] as const)('%s refuses %j', (name, input) => {
    expect(v.is(calls[name].input, input)).toBe(false)
  })
})

test('[E4] the channels of the preload are exactly the calls and events of the contract, each once', () => {
  expect([...callNames].sort()).toEqual(Object.keys(calls).sort())
  expect([...eventNames].sort()).toEqual(Object.keys(events).sort())
  const channels = [...callNames, ...eventNames].map(channelOf)
  expect(new Set(channels).size).toBe(channels.length)
})
