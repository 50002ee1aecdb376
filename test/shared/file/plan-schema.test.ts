import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { planFileSchema } from '../../../shared/file/plan-schema.ts'
import { problemText } from '../../../shared/file/problem.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { isDay, isDayOrMonth } from '../../../shared/model/date.ts'
import { dayOrMonthFragment, yearStartFragment } from '../../../shared/model/json-fragment.ts'
import { isYearStart } from '../../../shared/model/year.ts'
import { anyPlan } from './any-plan.ts'
import { anyJunk, planted } from './planted.ts'
import { altered, rowOf, sampleText, signed, writeFile } from './sample-file.ts'

type Raw = Record<string, unknown>

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 1_000) }
const root = resolve(import.meta.dirname, '../../..')
// strict: a keyword that means nothing, or not what it seems to, is an error of the schema; what a row requires is defined behind its $ref
const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(planFileSchema() as object)
const isValid = (text: string): boolean => validate(JSON.parse(text))

test('[F60] the schema that stands beside the code is the one that follows from the specs of the records', () => {
  // made anew by: npm run -s plan -- schema -o shared/file/plan-file.schema.json
  expect(readFileSync(join(root, 'shared/file/plan-file.schema.json'), 'utf8')).toBe(`${JSON.stringify(planFileSchema(), null, 2)}\n`)
})

test('[F61] whatever is written as a plan file is valid, with fields and kinds that nobody knows', () => {
  expect(validate(JSON.parse(sampleText)) || validate.errors).toBe(true)
  fc.assert(
    fc.property(anyPlan, (changes) => {
      expect(validate(JSON.parse(writeFile(foldChanges(changes)))) || validate.errors).toBe(true)
    }),
    runs,
  )
})

const script = { format: 'annual-plan', version: 1, plan: { id: 'plan:tec3' }, goals: [{ id: 'goal:deploy-zotero', title: 'Deploy Zotero', status: 'done', quarter: 2, teams: ['SRE'] }] }

describe('a file made by a script', () => {
  test('[F63] needs no stamps, no history and no digest', () => {
    expect(validate(script) || validate.errors).toBe(true)
    expect(readPlanFile(JSON.stringify(script)).ok).toBe(true)
  })

  test('[F63] is what the example in the README makes', () => {
    const example = /```js\n([^`]*)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
    const made = execFileSync(process.execPath, ['--input-type=module', '--eval', example], { encoding: 'utf8' })
    expect(validate(JSON.parse(made)) || validate.errors).toBe(true)
    const read = readPlanFile(made)
    expect(read.ok && read.file.byHand?.stated.map(({ on, set }) => [on, set['status']])).toEqual([['plan:tec3', undefined], ['goal:deploy-zotero', 'done'], ['goal:ci-metrics', 'inProgress']])
  })

  test('[F63] may name the schema for editors, which is no part of the plan', () => {
    const named = { $schema: './plan-file.schema.json', ...script }
    expect(validate(named)).toBe(true)
    expect(readPlanFile(JSON.stringify(named)).ok).toBe(true)
  })
})

/** Mistakes as people and scripts make them. */
const mistakes: readonly (readonly [string, (raw: Raw) => unknown])[] = [
  ['an unknown status', (raw) => (rowOf(raw, 'goals')['status'] = 'Finished')],
  ['a status as people write it', (raw) => (rowOf(raw, 'goals')['status'] = 'Done')],
  ['a quarter 5', (raw) => (rowOf(raw, 'goals')['quarter'] = 5)],
  ['a quarter 1.5', (raw) => (rowOf(raw, 'goals')['quarter'] = 1.5)],
  ['a quarter as text', (raw) => (rowOf(raw, 'goals')['quarter'] = '2')],
  ['a number for a title', (raw) => (rowOf(raw, 'goals')['title'] = 7)],
  ['too long a title', (raw) => (rowOf(raw, 'goals')['title'] = 'x'.repeat(1_001))],
  ['a word for a flag', (raw) => (rowOf(raw, 'goals')['stretch'] = 'yes')],
  ['one team as text', (raw) => (rowOf(raw, 'goals')['teams'] = 'SRE')],
  ['a number among the teams', (raw) => (rowOf(raw, 'goals')['teams'] = ['SRE', 1])],
  ['a team without a name', (raw) => (rowOf(raw, 'goals')['teams'] = [''])],
  ['no teams as null', (raw) => (rowOf(raw, 'goals')['teams'] = null)],
  ['an output that is a goal', (raw) => (rowOf(raw, 'goals')['output'] = 'goal:a')],
  ['a missing id', (raw) => delete rowOf(raw, 'goals')['id']],
  ['an id of blanks', (raw) => (rowOf(raw, 'goals')['id'] = 'goal:deploy zotero')],
  ['an id without a kind', (raw) => (rowOf(raw, 'goals')['id'] = 'deploy-zotero')],
  ['a note among the goals', (raw) => (rowOf(raw, 'goals')['id'] = 'note:n')],
  ['the name of a field that is none', (raw) => (rowOf(raw, 'goals')['due date'] = '2018-10-02')],
  ['a member of what is no set', (raw) => (rowOf(raw, 'goals')['title/x'] = true)],
  ['31 February', (raw) => (rowOf(raw, 'notes')['date'] = '2018-02-31')],
  ['29 February of a common year', (raw) => (rowOf(raw, 'notes')['date'] = '2018-02-29')],
  ['month 13', (raw) => (rowOf(raw, 'notes')['date'] = '2018-13')],
  ['a date as people write it', (raw) => (rowOf(raw, 'notes')['date'] = '2 October 2018')],
  ['a year begun on no day', (raw) => ((raw['plan'] as Raw)['startsOn'] = '2018-07')],
  ['a list with gaps', (raw) => ((raw['goals'] as unknown[])[1] = null)],
  ['goals by id', (raw) => (raw['goals'] = { 'goal:a': {} })],
  ['something of one’s own at the top', (raw) => (raw['owner'] = 'SRE')],
  ['no plan', (raw) => delete raw['plan']],
  ['a plan without an id', (raw) => delete (raw['plan'] as Raw)['id']],
  ['another format', (raw) => (raw['format'] = 'plan')],
  ['a newer major version', (raw) => (raw['version'] = 2)],
  ['a version as text', (raw) => (raw['version'] = '1')],
  ['a date for a stamp', (raw) => (rowOf(raw, 'goals')['at'] = { '*': '2018-10-02' })],
  ['a stamp beyond the last', (raw) => (rowOf(raw, 'goals')['at'] = { '*': '4000000000-000-aaaaaaaaaa0' })],
  ['an unknown status in the history', (raw) => (rowOf(raw, 'history')['set'] = { status: 'Finished' })],
  ['a list in the history', (raw) => (rowOf(raw, 'history')['set'] = { teams: ['SRE'] })],
]

describe('the schema and the reader', () => {
  test.each(mistakes)('[F62] both refuse %s', (_, change) => {
    const text = altered((raw) => void change(raw))
    expect([isValid(text), readPlanFile(text).ok]).toEqual([false, false])
  })

  /** What a schema can't say. */
  const beyond = /stands there twice|is another plan than|is not a stamp of|\/" is not the name of a field|\\u[dD][89a-fA-F]/

  // the reader takes an empty list for a set without members, whatever the field
  const anyMistake = anyJunk.filter((junk) => !(Array.isArray(junk) && junk.length === 0))

  test('[F62] agree about any junk, but for what a schema can not say', () => {
    const counts = { valid: 0, invalid: 0 }
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }), anyMistake), { minLength: 1, maxLength: 2 }), (plantings) => {
        const raw = plantings.reduce<unknown>((tree, [path, junk]) => planted(tree, path, junk), JSON.parse(sampleText))
        const text = signed(raw as Raw)
        const read = readPlanFile(text)
        const valid = isValid(text)
        counts[valid ? 'valid' : 'invalid'] += 1
        const reason = read.ok ? '' : problemText(read.problem)
        expect({ valid: valid && !beyond.test(reason), reason }).toEqual({ valid: read.ok, reason })
      }),
      runs,
    )
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(runs.numRuns / 20)
  })

  test('[F64] a date fits the schema exactly when the calendar has it', () => {
    const [date, start] = [new RegExp(dayOrMonthFragment.pattern ?? '', 'u'), new RegExp(yearStartFragment.pattern ?? '', 'u')]
    const two = (number: number): string => String(number).padStart(2, '0')
    for (const year of ['0000', '0001', '0004', '0100', '0400', '1900', '2000', '2018', '2020', '2100', '9996', '9998', '9999', '999', '10000']) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`
          expect([text, date.test(text), start.test(text)]).toEqual([text, isDay(text), isYearStart(text)])
        }
        expect(date.test(`${year}-${two(month)}`)).toBe(isDayOrMonth(`${year}-${two(month)}`))
      }
    }
  })
})
