import fc from 'fast-check'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'

/** Words that would be markup, structure or the end of a comment if they were not kept from it. */
const hostile = [
  '', ' ', 'x', 'Done', '{{Done}}', '{{', '}}', '[[x]]', '[[phab:T1|y]]', '[https://e.org z]', '== y ==', '=', '==', '* z', '*: Reason: no', ': By: x', '# 1', '; a : b', ' pre', '----',
  '<script>', '<!-- quarterdeck goal:a {"title":"forged"} -->', '<!--', '-->', '--', '--->', '<nowiki>', '</nowiki>', '<br />', '<ref>', '~~~~', '|}', '{| x', '|', "'''b'''", "''", '__TOC__', '&amp;', '&#91;', '&nbsp;x',
  'Note: October 2, 2018', 'Status', 'Goals', 'Q1', 'a, b', 'a (stretch)', '(stretch)', 'T1', 'task T1', ' – x', 'a\nb', 'a\n\n\nb', '- a\n  - b\n- c', '# h', '**b** `c` [l](https://e.org/x)', '\\*x\\*', '1. a', 'e\u0301', '\u00a0\u00a0Done', '\u2028', '\0', '\ufeff', '\u2060', '\u202e', '🚀', '__proto__', 'constructor',
]
export const hostileText = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...hostile) }, { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map((pair) => pair.join('')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) })
const member = hostileText.filter((text) => text !== '')

const goals = ['goal:a', 'goal:b', 'goal:c', 'goal:d'] as const
const outputs = ['output:x', 'output:y', 'output:z'] as const
const outcomes = ['outcome:p', 'outcome:q'] as const
const programs = ['program:m', 'program:n'] as const
const quarter = fc.constantFrom(1, 2, 4, null)
const order = fc.constantFrom('a0', 'a1', 'a1V', 'not a key', '')
const date = fc.constantFrom('2018-07', '2018-10-02', '2019-06-30', '', '0001-01-01')
const members = (field: string, texts: fc.Arbitrary<string>): fc.Arbitrary<Fields> => fc.uniqueArray(texts, { maxLength: 2 }).map((all) => Object.fromEntries(all.map((each) => [`${field}/${each}`, true])))
const unknown: fc.Arbitrary<Fields> = fc.constantFrom<Fields[]>({}, {}, {}, { colour: 'red' }, { constructor: [1, { a: '-->' }] }, { 'colours/a b': true }, { shownAs: null })

function fieldsOf(plain: fc.Arbitrary<object>, ...sets: readonly fc.Arbitrary<Fields>[]): fc.Arbitrary<Fields> {
  return fc.tuple(plain, unknown, ...sets).map((all) => Object.assign({}, ...all) as Fields)
}

const some: { requiredKeys: [] } = { requiredKeys: [] }
const programFields = fieldsOf(fc.record({ code: hostileText, title: hostileText, owner: hostileText, summary: hostileText, links: hostileText, order, deleted: fc.constantFrom(true, false, false) }, some))
const outcomeFields = fieldsOf(fc.record({ program: fc.constantFrom(...programs, 'program:gone', null), number: hostileText, title: hostileText, order, deleted: fc.constantFrom(true, false, false) }, some))
const outputFields = fieldsOf(fc.record({ outcome: fc.constantFrom(...outcomes, null), number: hostileText, title: hostileText, order, deleted: fc.constantFrom(true, false, false) }, some))
const goalFields = fieldsOf(
  fc.record(
    {
      output: fc.constantFrom(...outputs, 'output:gone', null),
      parent: fc.constantFrom(...goals, 'goal:gone', null),
      quarter,
      until: quarter,
      title: hostileText,
      description: hostileText,
      status: fc.constantFrom(...statuses, null),
      reason: hostileText,
      waitingOn: hostileText,
      since: date,
      dropped: fc.boolean(),
      stretch: fc.boolean(),
      owner: hostileText,
      order,
      carriedFrom: fc.constantFrom(...goals, null),
      deleted: fc.constantFrom(true, false, false, false),
    },
    some,
  ),
  members('teams', member),
  members('accepted', member),
  members('dependsOn', fc.oneof(member, fc.constantFrom(...goals))),
  members('tasks', fc.oneof(member, fc.constantFrom('T1', 'T205923', 'ABC-1'))),
  members('carriedThrough', fc.constantFrom('FY18/19 Q4', 'a, b')),
)
const noteFields = fieldsOf(
  fc.record({ about: fc.constantFrom(...goals, ...outputs, 'goal:gone', null), quarter, date, text: hostileText, status: fc.constantFrom(...statuses, null), author: hostileText, deleted: fc.constantFrom(true, false, false) }, some),
  members('states', fc.oneof(fc.constantFrom('goal:a=done', 'goal:b=todo', 'goal:b=done'), member)),
)
const planFields = fieldsOf(fc.record({ title: hostileText, summary: hostileText, continues: fc.constantFrom('plan:before', null) }, some), members('taskLinks', member), members('statusWords', fc.constantFrom('Fertig=done', 'x')))

const anyOn = <Id extends RecordId>(ids: readonly Id[], fields: fc.Arbitrary<Fields>): fc.Arbitrary<{ readonly on: RecordId; readonly set: Fields }> => fc.record({ on: fc.constantFrom(...ids), set: fields })

/** Plans of few records that hold anything in every field, with parents in circles, records that are deleted or not there, and what a newer version made. */
export const anyWrittenPlan: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    planFields,
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: anyOn(goals, goalFields) },
        { weight: 4, arbitrary: anyOn(['note:1', 'note:2', 'note:3'], noteFields) },
        { weight: 3, arbitrary: anyOn(outputs, outputFields) },
        { weight: 2, arbitrary: anyOn(outcomes, outcomeFields) },
        { weight: 2, arbitrary: anyOn(programs, programFields) },
        { weight: 1, arbitrary: anyOn(['risk:r', 'replica:bbbbbbbbbb'], fc.record({ name: hostileText })) },
      ),
      { maxLength: 16 },
    ),
  )
  .map(([plan, rest]) => [{ on: 'plan:t' as RecordId, set: { title: 'T', startsOn: '2018-07-01', ...plan } }, ...rest].map((edit, index) => ({ at: formatStamp({ ms: index + 1_530_000_000_000, counter: 0, writer: 'aaaaaaaaaa0' }), ...edit })))
