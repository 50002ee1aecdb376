import { describe, expect, test } from 'vitest'
import { limits } from '../../../shared/file/limits.ts'
import { problemText } from '../../../shared/file/problem.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { altered, refusalOf, rowOf, sampleText, stampAt } from './sample-file.ts'

type Raw = Record<string, unknown>

describe('a text that is no plan file', () => {
  test.each([
    ['', 'The file is empty.'],
    [' \n\ufeff', 'The file is empty.'],
    ['\ufeff', 'The file is empty.'],
    ['null', 'The file holds no plan: it is JSON, but not an object.'],
    ['[]', 'The file holds no plan: it is JSON, but not an object.'],
    ['"annual-plan"', 'The file holds no plan: it is JSON, but not an object.'],
    ['12', 'The file holds no plan: it is JSON, but not an object.'],
    ['{}', 'format: undefined is not "annual-plan": this is not a plan file'],
    ['{"format":"annual-plan"}', 'version: undefined is not a version'],
    ['{"__proto__":{"format":"annual-plan","version":1}}', 'format: undefined is not "annual-plan": this is not a plan file'],
    ['{"name":"quarterdeck","version":"0.1.0"}', 'format: undefined is not "annual-plan": this is not a plan file'],
  ])('[F10] %j is refused: %s', (text, reason) => {
    expect(refusalOf(text)).toBe(reason)
  })

  test.each(['Dear all,', '<html>', '{"format":', `${sampleText}x`, sampleText.replace('TEC3', 'TEC\0'), sampleText.slice(1)])('[F10] a text that is no JSON is refused (%#)', (text) => {
    expect(refusalOf(text)).toMatch(/^line \d+(, column \d+: ".+ can't stand there: the file is damaged or no JSON|: the file ends there, too early: it was cut off)$/)
  })

  test('[F11] a file cut off anywhere is refused', () => {
    const whole = sampleText.trimEnd()
    for (let end = 0; end < whole.length; end += 1) expect(readPlanFile(whole.slice(0, end)).ok).toBe(false)
    expect(readPlanFile(whole).ok).toBe(true)
  })

  test('[F11] a file in which any one letter was changed is refused or known as changed by hand, but for what says who wrote it', () => {
    const start = sampleText.indexOf('"knows"')
    for (let index = start; index < sampleText.length; index += 7) {
      const letter = sampleText[index] ?? ''
      if (!/[A-Za-z0-9]/.test(letter)) continue
      const text = `${sampleText.slice(0, index)}${letter === 'q' ? 'p' : 'q'}${sampleText.slice(index + 1)}`
      const read = readPlanFile(text)
      expect(read.ok && read.file.byHand === null).toBe(false)
    }
  })

  test('[F12] what is too large is refused before it is looked at, what nests too deep before it is walked', () => {
    expect(refusalOf('x'.repeat(limits.length + 1))).toBe('The file is larger than 64 MB.')
    expect(refusalOf(`${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`)).toBe('The file nests deeper than 32 levels.')
    expect(refusalOf(`${'{"a":'.repeat(5_000_000)}1${'}'.repeat(5_000_000)}`)).toBe('The file nests deeper than 32 levels.')
    expect(refusalOf('['.repeat(5_000_000))).toBe('The file nests deeper than 32 levels.')
    expect(refusalOf(`{"title":"${'[{\\"'.repeat(100)}"}`)).toMatch(/^format: /)
  })

  test('[F12] too many records or changes are refused', () => {
    const goals = Array.from({ length: limits.records + 1 }, (_, index) => ({ id: `goal:${index}` }))
    expect(refusalOf(altered((raw) => (raw['goals'] = goals)))).toBe(`The file holds more than ${limits.records} records.`)
    const sparse = `{"format":"annual-plan","version":1,"knows":{},"plan":{"id":"plan:p","title":"T","at":{"*":"${stampAt(1)}"}},"history":[${'0,'.repeat(limits.history)}0]}`
    expect(refusalOf(sparse)).toBe(`history: it holds more than ${limits.history} changes`)
  })

  test('[F13] a newer major version is refused whole; a newer minor one is not', () => {
    const newer = '2 is newer than this app understands (1); a newer Quarterdeck wrote the file'
    expect(refusalOf(altered((raw) => (raw['version'] = 2)))).toBe(`version: ${newer}`)
    for (const version of ['1', null, 0, -1, [1], true]) expect(refusalOf(altered((raw) => (raw['version'] = version)))).toBe(`version: ${JSON.stringify(version)} is not a version`)
    expect(readPlanFile(altered((raw) => (raw['version'] = 1.7))).ok).toBe(true)
  })

  test('[F14] a file whose content does not fit its digest is known as changed by hand', () => {
    const isByHand = (text: string): boolean | string => {
      const read = readPlanFile(text)
      return read.ok ? read.file.byHand !== null : problemText(read.problem)
    }
    expect(isByHand(sampleText)).toBe(false)
    expect(isByHand(sampleText.replace('Collect metrics', 'Collect medals'))).toBe(true)
    expect(isByHand(sampleText.replace(/ "digest": .*/, ' "digest": "sha256:00"'))).toBe(true)
    expect(isByHand(sampleText.replace(/,\n "digest": .*/, ''))).toBe(true)
    expect(isByHand(altered((raw) => delete raw['knows']))).toBe(true)
    expect(isByHand(altered((raw) => delete (raw['plan'] as Raw)['at']))).toBe(true)
    expect(isByHand(sampleText.replace('"status":"todo"', '"status":"Finished"'))).toBe('goals[1].status: "Finished" is not a status')
  })

  test.each([
    ['goals[1].title', '"title":"Collect metrics"', '"title":"Collect metals","title":"Collect metrics"'],
    ['goals', '"goals": [', '"goals": [],"goals": ['],
    ['goals[0].at.*', '"at":{"*":', '"at":{"*":"0000000001-000-aaaaaaaaaa0","*":'],
    ['history[0].set.status', '"set":{"status":', '"set":{"status":"done","status":'],
  ])('[F38] a key that stands twice is refused, since one of the two would be lost: %s', (where, once, twice) => {
    const at = sampleText.indexOf(once, where.startsWith('goals[0].at') ? sampleText.indexOf('"goals"') : 0)
    expect(at).toBeGreaterThan(0)
    const text = sampleText.slice(0, at) + twice + sampleText.slice(at + once.length)
    for (const each of [text, `\ufeff${text}`]) expect(refusalOf(each)).toBe(`${where}: it stands there twice, and only one of the two could be kept`)
  })
})

/** What is wrong in one place of a file, and how it is said. */
const places: readonly (readonly [string, (raw: Raw) => void])[] = [
  ['goals[1].status: "Finished" is not a status', (raw) => (rowOf(raw, 'goals', 1)['status'] = 'Finished')],
  ['goals[0].status: 7 is not a status', (raw) => (rowOf(raw, 'goals')['status'] = 7)],
  ['goals[0].quarter: "2" is not a quarter, 1 to 4', (raw) => (rowOf(raw, 'goals')['quarter'] = '2')],
  ['goals[0].quarter: 5 is not a quarter, 1 to 4', (raw) => (rowOf(raw, 'goals')['quarter'] = 5)],
  ['goals[0].quarter: [2] is not a quarter, 1 to 4', (raw) => (rowOf(raw, 'goals')['quarter'] = [2])],
  ['goals[0].stretch: "yes" is not true or false', (raw) => (rowOf(raw, 'goals')['stretch'] = 'yes')],
  ['goals[0].deleted: 1 is not true or false', (raw) => (rowOf(raw, 'goals')['deleted'] = 1)],
  ['goals[0].title: {"en":"x"} is not text of at most 1000 characters', (raw) => (rowOf(raw, 'goals')['title'] = { en: 'x' })],
  ['goals[0].title: "\\ud800" is not text of at most 1000 characters', (raw) => (rowOf(raw, 'goals')['title'] = '\ud800')],
  [`goals[0].title: "${'x'.repeat(56)}… is not text of at most 1000 characters`, (raw) => (rowOf(raw, 'goals')['title'] = 'x'.repeat(1_000_000))],
  ['goals[0].output: "goal:a" is not the id of output', (raw) => (rowOf(raw, 'goals')['output'] = 'goal:a')],
  ['goals[0].teams: "SRE" is not a list of texts', (raw) => (rowOf(raw, 'goals')['teams'] = 'SRE')],
  ['goals[0].teams: [1] is not a list of texts', (raw) => (rowOf(raw, 'goals')['teams'] = [1])],
  ['goals[0].teams/: "teams/" is not the name of a field', (raw) => (rowOf(raw, 'goals')['teams'] = [''])],
  ['goals[0].title/x: true is not text of at most 1000 characters', (raw) => (rowOf(raw, 'goals')['title/x'] = true)],
  ['notes[0].date: "2018-02-31" is not a day like 2018-10-02 or a month like 2018-07', (raw) => (rowOf(raw, 'notes')['date'] = '2018-02-31')],
  ['notes[0].date: "2018-13" is not a day like 2018-10-02 or a month like 2018-07', (raw) => (rowOf(raw, 'notes')['date'] = '2018-13')],
  ['plan.startsOn: "2018-7-1" is not a day like 2018-07-01', (raw) => ((raw['plan'] as Raw)['startsOn'] = '2018-7-1')],
  ['goals[0].__proto__: "__proto__" is not the name of a field', (raw) => Object.defineProperty(rowOf(raw, 'goals'), '__proto__', { value: { status: 'done' }, enumerable: true })],
  ['goals[0].two words: "two words" is not the name of a field', (raw) => (rowOf(raw, 'goals')['two words'] = 1)],
  ['goals[0].id: "__proto__" is not an id', (raw) => (rowOf(raw, 'goals')['id'] = '__proto__')],
  ['goals[0].id: undefined is not an id', (raw) => delete rowOf(raw, 'goals')['id']],
  ['goals[0].id: "note:n" doesn\'t belong under goals', (raw) => (rowOf(raw, 'goals')['id'] = 'note:n')],
  ['goals[0].id: "constructor:x" doesn\'t belong under goals', (raw) => (rowOf(raw, 'goals')['id'] = 'constructor:x')],
  ['goals[1].id: "goal:a" stands there twice', (raw) => (rowOf(raw, 'goals', 1)['id'] = 'goal:a')],
  ['others[0].id: "goal:a" stands there twice', (raw) => (raw['others'] = [{ id: 'goal:a' }])],
  ['others[0].id: "plan:q" is another plan than "plan:p"', (raw) => (raw['others'] = [{ id: 'plan:q', title: 'Not this one' }])],
  ['others[0].id: "plan:p" stands there twice', (raw) => (raw['others'] = [{ id: 'plan:p', title: 'Not this one' }])],
  ['history[0].on: "plan:0" is another plan than "plan:p"', (raw) => (rowOf(raw, 'history')['on'] = 'plan:0')],
  ['goals[1]: null is not a record', (raw) => ((raw['goals'] as unknown[])[1] = null)],
  ['goals: {"0":{}} is not a list', (raw) => (raw['goals'] = { 0: {} })],
  ['plan: undefined is not a record', (raw) => delete raw['plan']],
  ['plan.id: "goal:a" is not the id of a plan', (raw) => ((raw['plan'] as Raw)['id'] = 'goal:a')],
  ['goals[0].at: "yesterday" is not a list of stamps by field', (raw) => (rowOf(raw, 'goals')['at'] = 'yesterday')],
  ['goals[0].at: the stamp "*" of the record is missing', (raw) => (rowOf(raw, 'goals')['at'] = {})],
  ['goals[0].at.status: "yesterday" is not a stamp', (raw) => (rowOf(raw, 'goals')['at'] = { '*': stampAt(1), status: 'yesterday' })],
  ['goals[0].at.*: 1544114520000 is not a stamp', (raw) => (rowOf(raw, 'goals')['at'] = { '*': 1_544_114_520_000 })],
  ['goals[0].at.*: "zzzzzzzzzz-000-aaaaaaaaaa0" is not a stamp', (raw) => (rowOf(raw, 'goals')['at'] = { '*': 'zzzzzzzzzz-000-aaaaaaaaaa0' })],
  ['goals[0].at.*: "0000000001-000-AAAAAAAAAA0" is not a stamp', (raw) => (rowOf(raw, 'goals')['at'] = { '*': '0000000001-000-AAAAAAAAAA0' })],
  ['history[0].at: null is not a stamp', (raw) => (rowOf(raw, 'history')['at'] = null)],
  ['history[0].on: "goal" is not an id', (raw) => (rowOf(raw, 'history')['on'] = 'goal')],
  ['history[0].set: [] is not a set of fields', (raw) => (rowOf(raw, 'history')['set'] = [])],
  ['history[0].set.status: "Finished" is not a status', (raw) => (rowOf(raw, 'history')['set'] = { status: 'Finished' })],
  ['history[0]: 3 is not a change', (raw) => ((raw['history'] as unknown[])[0] = 3)],
  ['history: "none" is not a list', (raw) => (raw['history'] = 'none')],
  ['knows: null is not a list of stamps by writer', (raw) => (raw['knows'] = null)],
  ['knows.aaaaaaaaaa0: "later" is not a stamp of "aaaaaaaaaa0"', (raw) => (raw['knows'] = { aaaaaaaaaa0: 'later' })],
  [`knows.bbbbbbbbbb0: "${stampAt(1)}" is not a stamp of "bbbbbbbbbb0"`, (raw) => (raw['knows'] = { bbbbbbbbbb0: stampAt(1) })],
  ['settings: {"theme":"dark"} is not a list of records', (raw) => (raw['settings'] = { theme: 'dark' })],
  ['risks[0]: "slips" is not a record', (raw) => (raw['risks'] = ['slips'])],
]

describe('a place in a file that can not be right', () => {
  test.each(places)('[F15] %s', (reason, change) => {
    expect(refusalOf(altered(change))).toBe(reason)
  })

  test('[F15] what is quoted is cut, wherever it stands', () => {
    const long = 'x'.repeat(1_000_000)
    const texts = [
      altered((raw) => (rowOf(raw, 'goals')['at'] = { '*': stampAt(1), [long]: 'y' })),
      altered((raw) => (raw['knows'] = { [long]: 'y' })),
      altered((raw) => (rowOf(raw, 'goals')[`${long} y`] = 1)),
      altered((raw) => (raw[long] = 1)),
      altered((raw) => (rowOf(raw, 'goals')['id'] = long)),
    ]
    for (const text of texts) expect(refusalOf(text).length).toBeLessThan(200)
  })

  test('[F15] fields and ids named like the machinery of objects are read like any other', () => {
    const text = altered((raw) => {
      Object.assign(rowOf(raw, 'goals'), { constructor: 'x', hasOwnProperty: 1, toString: null })
      raw['others'] = [{ id: 'constructor:x', title: 'odd' }]
    })
    const read = readPlanFile(text)
    expect(read.ok).toBe(true)
    expect(({} as Raw)['status']).toBeUndefined()
  })
})

test('[F15] a number that no JSON can hold is refused, also where this version knows no field', () => {
  const text = altered((raw) => (rowOf(raw, 'goals')['weight'] = 'HUGE')).replace('"HUGE"', '1e999')
  expect(refusalOf(text)).toMatch(/^goals\[0\]\.weight: Infinity is not a value that a file can hold$/)
})
