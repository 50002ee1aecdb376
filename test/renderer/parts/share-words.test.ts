import { expect, test } from 'vitest'
import { outReasons } from '../../../shared/share/share-state.ts'
import { presentNames } from '../../../renderer/parts/present-names.ts'
import { placeName } from '../../../renderer/parts/place-name.ts'
import { shareWords } from '../../../renderer/parts/share-words.ts'
import { initialsOf } from '../../../renderer/ui/initials-of.ts'

const today = '2026-11-27'
const at = (hours: number, minutes: number, day = 27): number => new Date(2026, 10, day, hours, minutes).getTime()

test('[D84] up to date, waiting, and out of reach since when, each in a line', () => {
  const line = (kind: 'folder' | 'server', standing: Parameters<typeof shareWords>[0]['state']['standing']): string => shareWords({ share: { kind }, state: { standing }, today }).line
  expect(line('folder', { kind: 'starting' })).toBe('Shared: looking into the folder…')
  expect(line('server', { kind: 'starting' })).toBe('Shared: connecting…')
  expect(line('folder', { kind: 'upToDate', at: at(10, 41) })).toBe('Shared: up to date 10:41')
  expect(line('folder', { kind: 'upToDate', at: at(10, 41, 26) })).toBe('Shared: up to date Nov 26, 2026, 10:41')
  expect(line('server', { kind: 'waiting', waiting: 1 })).toBe('Shared: 1 change waiting')
  expect(line('folder', { kind: 'out', reason: 'unreachable', since: at(9, 10), waiting: 0 })).toBe('Folder not reachable since 09:10')
  expect(line('server', { kind: 'out', reason: 'refused', since: at(9, 10), waiting: 3 })).toBe('Sign-in refused since 09:10, 3 changes waiting')
})

test('[D164] that something waits for a person’s word, or at colleagues, stands where it would be up to date, and beside what waits to go out', () => {
  const ben = { replica: 'bbbbbbbbbb', name: 'Ben', byMs: 30 * 86_400_000, isSet: false }
  const words = (state: Parameters<typeof shareWords>[0]['state']) => shareWords({ share: { kind: 'folder' }, state, today })
  const upToDate = { kind: 'upToDate', at: at(10, 41) } as const
  expect(words({ standing: upToDate, heldBack: [ben] })).toMatchObject({ line: 'Shared: what Ben wrote waits for you', long: 'What Ben wrote waits for you', tone: 'bad' })
  expect(words({ standing: upToDate, heldAt: [ben, { ...ben, replica: 'cccccccccc' }] }).line).toBe('Shared: what you wrote waits at 2 colleagues')
  expect(words({ standing: { kind: 'waiting', waiting: 1 }, heldBack: [ben] })).toMatchObject({ line: 'Shared: 1 change waiting, what Ben wrote waits for you', tone: 'bad' })
})

test('[D104] why the place is out of reach reads well with since when behind it', () => {
  const lines = (kind: 'folder' | 'server'): readonly string[] => outReasons.map((reason) => shareWords({ share: { kind }, state: { standing: { kind: 'out', reason, since: at(9, 10), waiting: 0 } }, today }).line).toSorted()
  expect(lines('folder')).toEqual([
    'Disk of the folder full since 09:10',
    'Folder not reachable since 09:10',
    'Folder not readable since 09:10',
    'No permission for the folder since 09:10',
    'Permission for the folder needed',
    'Plan too large for the folder since 09:10',
    'Something else writes this computer’s file there since 09:10',
    'You may read the folder, and not write in it',
    'The folder belongs to another plan',
    'A newer version has made the folder',
    'The browser asks again for the folder',
    'Nothing written there stays since 09:10',
  ].toSorted())
  expect(lines('server')).toEqual([
    'Connecting to the server waits for your word',
    'Plan too large for the server since 09:10',
    'You may read there, and not write',
    'The place on the server belongs to another plan',
    'A newer version has made the place on the server',
    'Server full since 09:10',
    'Server not reachable since 09:10',
    'Server not usable since 09:10',
    'Sign-in refused since 09:10',
    'Sign-in to the server needed',
    'Something else writes this computer’s part there since 09:10',
    'Nothing written there stays since 09:10',
  ].toSorted())
})

test.each(outReasons)('[D84] out of reach because of %s says what can be done, and that nothing is lost by it', (reason) => {
  for (const kind of ['folder', 'server'] as const) {
    const { hint, action, tone } = shareWords({ share: { kind }, state: { standing: { kind: 'out', reason, since: at(9, 10), waiting: 2 } }, today })
    expect(hint).toMatch(/saved on this computer|by itself/)
    expect([action, tone]).toEqual([reason === 'asks' ? 'allow' : reason === 'signIn' ? 'connect' : 'retry', 'bad'])
  }
})

test('[D84] a server is called by its name, without what stands before and behind', () => {
  expect(placeName({ kind: 'server', address: 'wss://nats.example.org:8443/#plan:V1StGXR8Z5' })).toBe('nats.example.org:8443')
  expect(placeName({ kind: 'folder', name: 'TEC3.planfolder' })).toBe('TEC3.planfolder')
})

test('[D87] who is here is named once, whatever a computer calls itself', () => {
  const present = [
    { replica: 'ssssssssss', name: 'SRE laptop' },
    { replica: 'ssssssssss', name: 'SRE laptop' },
    { replica: 'xkcdxkcdxk', name: '  ' },
  ]
  expect(presentNames(present)).toEqual(['SRE laptop', 'computer xkcd'])
  expect(['SRE laptop', 'release', 'Österreich-Büro', '💥', ''].map(initialsOf)).toEqual(['SL', 'RE', 'ÖB', '?', '?'])
})
