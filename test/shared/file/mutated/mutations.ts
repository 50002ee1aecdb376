import { formatStamp } from '../../../../shared/changes/stamp.ts'
import type { Random } from '../../changes/history/random.ts'
import { signed } from '../sample-file.ts'
import { sources } from './sources.ts'

/** One way of damaging a file. */
export type Mutation = (text: string, random: Random) => string

const token = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null/g
const number = /-?\d+(?:\.\d+)?(?![^"\n]*":)/g
const stamp = /[0-9a-z]{10}-[0-9a-z]{3}-[0-9a-z]{11}/g
const id = /"(?:plan|goal|note|output|replica|conflict|risk):[^"]+"/g
const ids = ['plan:q', 'goal:new', 'goal:__proto__', 'output:gone', 'risk:r', 'note:n', 'replica:aaaaaaaaaa'] as const
const encoder = new TextEncoder()

/** Values that have hurt somebody somewhere. */
const junk = ['null', 'true', '""', '[]', '{}', '-1', '1e999', '1e-7', '-0', '12345678901234567890', '"\\ud800"', '"__proto__"', '"constructor"', '{"__proto__":{"a":1}}', '["SRE",1]', '[[[]]]', '"2018-02-31"', '"0000-01-01"', '"10000-01-01"', '"Finished"', '"goal:a"', '"goal:c"', '"goal:gone"', '"plan:p"', '"note:n"', '"\\u0000"', '"done"', '3', '"a0"', '"!"', '"2"']
const keys = ['"__proto__"', '"constructor"', '"toString"', '"id"', '"at"', '"on"', '"set"', '"status"', '"parent"', '"deleted"', '"teams"', '"teams/SRE"', '"history"', '"plan"', '"knows"', '"others"', '"goals"', '"*"', '"hasOwnProperty"', '"a b"', '""', '"\\ud800"', '"digest"', '"version"']
const numbers = ['0', '-1', '2', '1.5', '2.5', '1e21', '1e999', '99999999999999999999', '4', '5', '0.1']
/** Bytes that no UTF-8 has stand for this text. */
export const notText = '\ud800 no text'

export const mutations = {
  bitFlips: (text, random) => {
    const bytes = encoder.encode(text)
    for (let flips = 1 + random.below(3); flips > 0; flips -= 1) {
      const at = random.below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    }
    return decode(bytes)
  },
  spliced: (text, random) => {
    const [from, to] = span(text, random)
    const other = random.pick(sources).text
    const [otherFrom, otherTo] = span(other, random)
    return text.slice(0, from) + other.slice(otherFrom, otherTo) + text.slice(to)
  },
  linesSpliced: (text, random) => {
    const lines = text.split('\n')
    const others = random.pick(sources).text.split('\n')
    return lines.toSpliced(random.below(lines.length), random.below(3), ...others.slice(random.below(others.length)).slice(0, 1 + random.below(3))).join('\n')
  },
  truncated: (text, random) => text.slice(0, random.below(text.length)),
  linesMissing: (text, random) => {
    const lines = text.split('\n')
    return lines.toSpliced(random.below(lines.length), 1 + random.below(3)).join('\n')
  },
  spanTwice: (text, random) => {
    const [from, to] = span(text, random)
    return text.slice(0, to) + text.slice(from)
  },
  lineTwice: (text, random) => {
    const lines = text.split('\n')
    const at = random.below(lines.length)
    const line = lines[at] ?? ''
    // a line of a list, as somebody copies it, with the comma it needs and at times an id of its own
    const copy = random.chance(0.5) ? line : line.replace(/"(goal|note|output):[^"]+"/, `"$1:copy${random.below(9)}"`)
    return lines.toSpliced(at, 0, copy.endsWith(',') ? copy : `${copy},`).join('\n')
  },
  tokensSwapped: (text, random) => {
    const [one, two] = [place(text, token, random), place(text, token, random)].toSorted((a, b) => a.from - b.from)
    if (one === undefined || two === undefined || one.to > two.from) return text
    return text.slice(0, one.from) + text.slice(two.from, two.to) + text.slice(one.to, two.from) + text.slice(one.from, one.to) + text.slice(two.to)
  },
  valueReplaced: (text, random) => replace(text, place(text, /(?<=[:[,] ?)(?:"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)(?! ?:)/g, random), random.pick(junk)),
  keyReplaced: (text, random) => replace(text, place(text, /"(?:[^"\\\n]|\\.)*"(?= ?:)/g, random), random.pick(keys)),
  idChanged: (text, random) => {
    const at = place(text, id, random)
    const other = place(text, id, random)
    const by = random.chance(0.5) ? `"${random.pick(ids)}"` : text.slice(other.from, other.to)
    // here, or wherever it stands
    return random.chance(0.5) || at.to === 0 ? replace(text, at, by) : text.replaceAll(text.slice(at.from, at.to), by)
  },
  numberTweaked: (text, random) => replace(text, place(text, number, random), random.pick(numbers)),
  stampTweaked: (text, random) => {
    const at = place(text, stamp, random)
    const old = text.slice(at.from, at.to)
    const other = place(text, stamp, random)
    const tweaks = [
      text.slice(other.from, other.to),
      formatStamp({ ms: random.pick([0, 1, 5, 9, 11]), counter: random.below(3), writer: old.slice(15) || 'aaaaaaaaaa0' }),
      formatStamp({ ms: Date.UTC(2018, 11, 6) + random.pick([-1, 360_000, 86_400_000, 86_400_001, 31_536_000_000, 252_455_616_000_000]), counter: 0, writer: old.slice(15) || 'aaaaaaaaaa0' }),
      `${old.slice(0, 15)}${random.pick(['aaaaaaaaaa0', 'aaaaaaaaaag', 'bbbbbbbbbb0', 'constructor', 'ffffffffffy', 'pppppppppppz'.slice(1), 'cccccccccc0'])}`,
      'zzzzzzzzzz-zzz-aaaaaaaaaa0',
    ]
    return replace(text, at, random.pick(tweaks))
  },
} as const satisfies Readonly<Record<string, Mutation>>

export type MutationName = keyof typeof mutations

/** The digest made to fit again, as a program would that writes wrong files; the text itself where it is no object. */
export function signedAgain(text: string): string {
  try {
    const raw: unknown = JSON.parse(text)
    return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? signed(raw as Record<string, unknown>) : text // what JSON calls an object
  } catch {
    return text
  }
}

interface Place {
  readonly from: number
  readonly to: number
}

function place(text: string, pattern: RegExp, random: Random): Place {
  // looked for from some letter on, round the end: to list all of them for each file would take most of the time
  pattern.lastIndex = random.below(text.length + 1)
  const found = pattern.exec(text) ?? pattern.exec(text)
  return found === null ? { from: 0, to: 0 } : { from: found.index, to: found.index + found[0].length }
}

function replace(text: string, { from, to }: Place, by: string): string {
  return text.slice(0, from) + by + text.slice(to)
}

function span(text: string, random: Random): readonly [number, number] {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(random.chance(0.5) ? 12 : 400))]
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return notText
  }
}
