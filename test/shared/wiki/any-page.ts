import fc from 'fast-check'
import { realLines } from './goals-page-text.ts'

/** Lines that look like something, and lines that nearly do. */
const oddLines = [
  '',
  ' \u00a0 ',
  'edit',
  '[edit]',
  'Goal(s) edit',
  'Status edit',
  'Outcome 9 / Output 9.1 edit',
  'Outcome 6 / Output 6.1 + 6.2 + 6.3 (A/B & C) edit',
  'Outcome / Output edit',
  'Q3 edit',
  'Note:',
  'Note: February 30, 2019',
  'Note: March 12, 2019 - we met',
  '• Note: 2019-03-12',
  '\u00a0 To do April 2019',
  '\u00a0\u00a0Done April 2019',
  'Discussed…',
  '•',
  '  • Done',
  '  • \u00a0\u00a0Done',
  '\t• deep',
  '          • deeper (stretch) - task T1234:',
  '  • one, two, three (stretch)',
  '  • Stretch: all of it (SRE)',
  'Â Done Â N Postponed',
  'In progress In progress In progress',
  'All goals are \u00a0\u00a0Done, but \u00a0N\u00a0Blocked; not \u00a0\u00a0Done.',
  'Dependencies on: ',
  'Dependencies on: A, B and C team',
  'Primary teams: __proto__, constructor',
  '*_`<script>[x](y)',
  '1. 2) # > + ~~',
  '\ud800 lone',
  'x'.repeat(1_500),
]

export const anyLine = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...realLines) }, { weight: 4, arbitrary: fc.constantFrom(...oddLines) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')) })

const lineEnds = fc.constantFrom('\n', '\r\n', '\r')

/** Pages that begin like one and go on like anything. */
export const anyPage = fc.tuple(fc.nat(20), fc.array(anyLine, { maxLength: 120 }), lineEnds).map(([head, lines, end]) => [...realLines.slice(0, head), ...lines].join(end))
