import { describe, expect, test } from 'vitest'
import { recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { limits } from '../../../shared/file/limits.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { portraitOf } from '../changes/portrait.ts'
import { altered, read, refusalOf, rowOf, sampleText, signed, stampAt } from './sample-file.ts'

type Raw = Record<string, unknown>

/** The strange files of everybody's life, by name: what becomes of each, and why. */
describe('refused, since there is no plan in it', () => {
  test.each([
    ['an empty file', '', 'The file is empty.'],
    ['a file of blanks', ' \r\n\t\n', 'The file is empty.'],
    ['null', 'null', 'The file holds no plan: it is JSON, but not an object.'],
    ['an array', '[{"format":"annual-plan"}]', 'The file holds no plan: it is JSON, but not an object.'],
    ['zeros, as a disk leaves them when the power goes', '\0'.repeat(4_096), 'line 1, column 1: "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u… can\'t stand there: the file is damaged or no JSON'],
    ['a web page, as a proxy sends it', '<!DOCTYPE html>\n<title>Sign in</title>', 'line 1, column 1: "<!DOCTYPE html>" can\'t stand there: the file is damaged or no JSON'],
    ['two files one after the other', `{}\n${sampleText}`, 'line 2, column 1: "{" can\'t stand there: the file is damaged or no JSON'],
    ['another program’s file', '{"name":"quarterdeck","version":"0.1.0"}', 'format: undefined is not "annual-plan": this is not a plan file'],
  ])('[F10] %s', (_, text, reason) => {
    expect(refusalOf(text)).toBe(reason)
  })

  test('[F10] a zero inside of a text, and zeros at the end of the file, as a disk leaves them', () => {
    expect(refusalOf(sampleText.replace('TEC3', 'TEC\0'))).toMatch(/^line 8, column 37: "\\u0000 Deployment Pipelin" can't stand there/)
    expect(refusalOf(`${sampleText}${'\0'.repeat(512)}`)).toMatch(/^line \d+, column 1: "\\u0000.+ can't stand there/)
  })

  test('[F11] cut off at every 1 % of its length', () => {
    const whole = sampleText.trimEnd()
    for (let percent = 0; percent < 100; percent += 1) {
      expect(refusalOf(whole.slice(0, Math.floor((whole.length * percent) / 100)))).toMatch(percent === 0 ? /^The file is empty\.$/ : /^line \d+: the file ends there, too early: it was cut off$/)
    }
  })

  test('[F12] 5,000,000 levels deep, and over the size limit', () => {
    expect(refusalOf(`{"format":"annual-plan","version":1,"x":${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}}`)).toBe('The file nests deeper than 32 levels.')
    expect(refusalOf(`${sampleText}${' '.repeat(limits.length)}`)).toBe('The file is larger than 64 MB.')
  })

  test('[F41] still with the marks that git left in it', () => {
    const [ours, theirs] = [sampleText, sampleText.replace('"status":"todo"', '"status":"done"')].map((text) => text.split('\n').filter((line) => line.includes('goal:b')).join('\n'))
    expect(refusalOf(sampleText.replace(ours ?? '', `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> theirs`))).toMatch(/^line \d+: "<<<<<<< HEAD" was left there by git: /)
  })
})

describe('accepted as it was written, since layout is no content', () => {
  test.each<readonly [string, (text: string) => string]>([
    ['with a byte order mark', (text) => `\ufeff${text}`],
    ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['with tabs', (text) => JSON.stringify(JSON.parse(text), null, '\t')],
    ['with four blanks', (text) => JSON.stringify(JSON.parse(text), null, 4)],
    ['on one line', (text) => JSON.stringify(JSON.parse(text))],
    ['without the last line end', (text) => text.trimEnd()],
    ['with blank lines at its end', (text) => `${text}\n\n \t\r\n`],
    ['with every letter that may be escaped escaped', (text) => text.replaceAll(/[^\x20-\x7e\n]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).replaceAll('/', '\\/')],
  ])('[F2] %s', (_, layOut) => {
    const file = read(layOut(sampleText))
    expect(file.byHand).toBeNull()
    expect(portraitOf(file.set)).toBe(portraitOf(read(sampleText).set))
  })

  test('[F2] with its keys in another order it is one changed by hand, of which nothing differs', () => {
    const { goals, ...rest } = JSON.parse(sampleText) as Raw
    const file = read(JSON.stringify({ goals, ...rest }))
    expect(portraitOf(file.set)).toBe(portraitOf(read(sampleText).set))
  })
})

describe('something of another type than ours', () => {
  /** Every field, with every type it can't have; what is text of some form takes any text of that form. */
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    title: [1, true, [], {}], quarter: ['2', 1.5, 0, 5, true, [1], {}], status: [1, true, 'Done', 'Finished', ['done'], {}], stretch: ['yes', 1, 0, {}], teams: ['SRE', 1, {}, [1], [null], [['SRE']]],
    output: [1, 'output', 'goal:a', {}], parent: ['output:1', true], order: [1, {}], deleted: ['true', 1, {}], description: [1, ['x'], {}], dependsOn: [7, 'goal:a'], carriedFrom: ['', 'note:n'],
  }

  test('[F15] is refused with its place, in a line and in the history', () => {
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        expect([field, value, refusalOf(altered((raw) => (rowOf(raw, 'goals')[field] = value)))]).toEqual([field, value, expect.stringMatching(new RegExp(`^goals\\[0\\]\\.${field}: .+ is not `))])
        expect([field, value, refusalOf(altered((raw) => (rowOf(raw, 'history')['set'] = { [field]: value })))]).toEqual([field, value, expect.stringMatching(new RegExp(`^history\\[0\\]\\.set\\.${field}: .+ is not `))])
      }
    }
  })

  test('[F15] a number as text, 31 February, the years 0 and 10000, an unknown status', () => {
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['quarter'] = '2')))).toBe('goals[0].quarter: "2" is not a quarter, 1 to 4')
    for (const date of ['2018-02-31', '0000-01-01', '0000-12', '10000-01-01', '+010000-01-01', '-000001-01-01', '2018-1-1', '2018-10-02T00:00:00Z', '２０１８-10-02']) {
      expect(refusalOf(altered((raw) => (rowOf(raw, 'notes')['date'] = date)))).toBe(`notes[0].date: ${JSON.stringify(date)} is not a day like 2018-10-02 or a month like 2018-07`)
    }
    for (const date of ['0000-07-01', '10000-07-01', '9999-07-01']) expect(refusalOf(altered((raw) => ((raw['plan'] as Raw)['startsOn'] = date)))).toBe(`plan.startsOn: "${date}" is not a day like 2018-07-01`)
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['status'] = 'Finished')))).toBe('goals[0].status: "Finished" is not a status')
  })

  test('[F15] in a field that nobody knows is kept: a newer version may have it', () => {
    for (const value of [1, -0.5, true, {}, { deep: [{ er: null }] }, 'x'.repeat(1_000_000)]) {
      const { set } = read(altered((raw) => (rowOf(raw, 'goals')['colour'] = value)))
      expect(winnerOf(recordIn(set, 'goal:a'), 'colour')?.value).toEqual(value)
    }
  })

  test('[F50] what would be lost in silence is refused: a third thing in a change, something at the top that is no list of records', () => {
    expect(refusalOf(altered((raw) => (rowOf(raw, 'history')['why'] = 'because')))).toBe('history[0].why: it is no part of a change, and would be lost')
    expect(refusalOf(altered((raw) => (raw['settings'] = {})))).toBe('settings: {} is not a list of records')
  })

  test('[F15] of what stands twice: a key, an id in one list or in two', () => {
    expect(refusalOf(sampleText.replace('"status":"todo"', '"status":"todo","status":"done"'))).toMatch(/^goals\[1\]\.status: it stands there twice/)
    expect(refusalOf(signed({ ...(JSON.parse(sampleText) as Raw), others: [{ id: 'note:n', at: { '*': stampAt(1) } }] }))).toBe('others[0].id: "note:n" stands there twice')
    expect(readPlanFile(sampleText).ok).toBe(true)
  })
})
