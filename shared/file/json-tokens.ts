/** A piece of a JSON text: a sign, a text in quotes, or a word (a number, `true`, `false`, `null`); or what can be none of them. */
export interface JsonToken {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'text' | 'word' | 'fault'
  readonly from: number
  /** Where the next piece may begin; of a fault the first character that can't stand there. */
  readonly to: number
}

const word = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![A-Za-z0-9.+-])/y
const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y

const begunWord = /^(?:-?(?:[0-9]+\.?[0-9]*(?:[eE][+-]?)?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/
const begunEscape = /^(?:u[0-9a-fA-F]{0,3})?$/

/** Whether the text ends within a piece, so that it was cut off and nothing in it is wrong. */
function isBegun(json: string, at: number, begun: RegExp): boolean {
  return json.length - at < 20 && begun.test(json.slice(at))
}

/** The pieces of a JSON text, one after another; the last is a fault where it isn't one. Texts are walked by hand: no pattern takes one of 60 MB. */
export function* jsonTokens(json: string): Generator<JsonToken> {
  let at = 0
  while (at < json.length) {
    const sign = json.charAt(at)
    if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') {
      at += 1
      continue
    }
    const token = tokenAt({ json, sign, at })
    yield token
    if (token.kind === 'fault') return
    at = token.to
  }
}

function tokenAt({ json, sign, at }: { readonly json: string; readonly sign: string; readonly at: number }): JsonToken {
  switch (sign) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return { kind: sign, from: at, to: at + 1 }
    case '"':
      return textAt(json, at)
    default:
      word.lastIndex = at
      if (word.test(json)) return { kind: 'word', from: at, to: word.lastIndex }
      return { kind: 'fault', from: at, to: isBegun(json, at, begunWord) ? json.length : at }
  }
}

function textAt(json: string, from: number): JsonToken {
  let at = from + 1
  while (at < json.length) {
    const code = json.charCodeAt(at)
    if (code === 0x22) return { kind: 'text', from, to: at + 1 }
    if (code < 0x20) break
    at += 1
    if (code !== 0x5c) continue // no backslash, after which only some characters may stand
    escape.lastIndex = at
    if (!escape.test(json)) return { kind: 'fault', from, to: isBegun(json, at, begunEscape) ? json.length : at }
    at = escape.lastIndex
  }
  return { kind: 'fault', from, to: at }
}
