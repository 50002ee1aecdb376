import { describe, expect, test } from 'vitest'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { portraitOf } from '../changes/portrait.ts'
import { altered, envelope, read, rowOf, sampleChanges, sampleText, signed, stampAt, writeFile } from './sample-file.ts'

describe('a plan file', () => {
  test('[F1] what counts stands in its record, what was overwritten in the history', () => {
    expect(JSON.parse(sampleText)).toMatchObject({
      format: 'annual-plan',
      version: 1.2,
      app: 'Quarterdeck 0.1.0',
      by: { replica: 'bbbbbbbbbb', name: 'SRE laptop' },
      at: '2018-12-06T16:42:00.000Z',
      knows: { aaaaaaaaaa0: stampAt(2), bbbbbbbbbb0: stampAt(3, 'bbbbbbbbbb0') },
      plan: { id: 'plan:p', title: 'TEC3 Deployment Pipeline', startsOn: '2018-07-01', at: { '*': stampAt(1) } },
      goals: [
        { id: 'goal:a', title: 'Move the verify stage', status: 'done', teams: ['RelEng'], tasks: ['T205923'], at: { '*': stampAt(1), status: stampAt(2), 'teams/RelEng': stampAt(2) } },
        { id: 'goal:b', deleted: true, at: { '*': stampAt(3, 'bbbbbbbbbb0') } },
      ],
      history: [
        { at: stampAt(1), on: 'goal:a', set: { status: 'inProgress', 'teams/SRE': true } },
        { at: stampAt(2), on: 'goal:a', set: { 'teams/SRE': false } },
      ],
    })
  })

  test('[F1] each record stands on a line of its own, a goal that was never edited without a stamp', () => {
    expect(sampleText).toContain('\n  {"id":"note:n","about":"goal:a","date":"2018-10-02","text":"This is now **Done**!","status":"done"}\n')
    expect(sampleText.endsWith('"\n}\n')).toBe(true)
  })

  test('[F1] reading gives back the whole set of changes, who wrote it and when', () => {
    const file = read(sampleText)
    expect(portraitOf(file.set)).toBe(portraitOf(foldChanges(sampleChanges)))
    expect(file).toMatchObject({ planId: 'plan:p', ...envelope })
  })

  test('[F2] equal sets give equal bytes, in whatever order they came together', () => {
    expect(writeFile(foldChanges(sampleChanges.toReversed()))).toBe(sampleText)
    expect(writeFile(read(sampleText).set)).toBe(sampleText)
  })

  test('[F2] layout is no content: another indentation, line ends or a byte order mark are read the same', () => {
    for (const text of [JSON.stringify(JSON.parse(sampleText), null, 4), sampleText.replaceAll('\n', '\r\n'), `\ufeff${sampleText}`]) {
      expect(portraitOf(read(text).set)).toBe(portraitOf(read(sampleText).set))
    }
  })

  test('[F3] fields, records and lists that this version does not know are kept, and written back byte for byte', () => {
    const changes = [
      ...sampleChanges,
      { at: stampAt(4), on: 'goal:a' as const, set: { colour: 'red', weight: { of: [1, { two: null }], to: 'x' }, 'watchers/Security': true, points: [1, 2], constructor: 'x', toString: 'y', '10': null } },
      { at: stampAt(4), on: 'risk:r' as const, set: { title: 'Slips', about: 'goal:a', 10: 'ten', 9: 'nine' } },
    ].map((change) => ({ ...change, set: Object.fromEntries(Object.entries(change.set).filter(([field]) => !/^\d/.test(field))) }))
    const text = writeFile(foldChanges(changes))
    expect(writeFile(read(text).set)).toBe(text)
    expect(JSON.parse(text)).toMatchObject({ goals: [{ colour: 'red', watchers: ['Security'] }, {}], others: [{ id: 'risk:r', title: 'Slips' }] })
    expect(winnerOf(recordIn(read(text).set, 'goal:a'), 'points')?.value).toEqual([1, 2])
    expect(winnerOf(recordIn(read(text).set, 'goal:a'), 'constructor')?.value).toBe('x')
  })

  test('[F3] a collection that only a newer version knows is kept, and so is a record that stands among the others', () => {
    const text = altered((raw) => {
      raw['version'] = 1.2
      raw['risks'] = [{ id: 'risk:r', title: 'Slips' }]
      raw['others'] = [{ id: 'goal:c', title: 'A goal to this version, unknown to the one that wrote it' }]
    })
    const again = writeFile(read(text).set)
    expect(JSON.parse(again)).toMatchObject({ others: [{ id: 'risk:r', title: 'Slips' }] })
    expect(recordIn(read(again).set, 'goal:c')).toBeDefined()
    expect(writeFile(read(again).set)).toBe(again)
  })

  test('[F4] names of who wrote a file are text like any other, and may be missing', () => {
    const hostile = altered((raw) => {
      raw['by'] = { replica: 7, name: `<b>${'x'.repeat(1_000_000)}` }
      raw['at'] = ['now']
      raw['app'] = '\ud800'
    })
    expect(read(hostile).by).toEqual({ replica: '', name: `<b>${'x'.repeat(197)}` })
    expect(read(hostile)).toMatchObject({ at: '', app: '' })
    expect(read(signed(JSON.parse(sampleText.replace(/ "by": .*\n/, '')) as Record<string, unknown>)).by).toEqual({ replica: '', name: '' })
  })

  test('[F4] the digest leaves out who wrote the file and when, so two computers write the same', () => {
    const digest = (text: string): unknown => (JSON.parse(text) as { readonly digest: unknown }).digest
    expect(digest(altered((raw) => (raw['by'] = { name: 'Another' })))).toBe(digest(sampleText))
    expect(digest(altered((raw) => (rowOf(raw, 'goals')['title'] = 'Another')))).not.toBe(digest(sampleText))
  })
})
