import { jsonTokens, type JsonToken } from './json-tokens.ts'
import { quoted, type FileProblem } from './problem.ts'

/** Where a text stops being JSON: the first character that can't stand where it stands; null where it is JSON. */
export function findJsonFault(json: string): number | null {
  const open: ('{' | '[')[] = []
  let next: Next = 'value'
  for (const token of jsonTokens(json)) {
    if (token.kind === 'fault') return token.to
    const after = stepAfter({ kind: token.kind, next, open })
    if (after === null) return token.from
    next = after
  }
  return next === 'end' ? null : json.length
}

/** What may come next: a value or the end of a list, a key or the end of an object, and so on. */
type Next = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'comma' | 'end'

/** What may follow a piece, or null where the piece itself may not stand there. `open` is what is still to be closed. */
function stepAfter({ kind, next, open }: { readonly kind: Exclude<JsonToken['kind'], 'fault'>; readonly next: Next; readonly open: ('{' | '[')[] }): Next | null {
  const isValue = next === 'value' || next === 'valueOrEnd'
  const closed = (): Next => (open.length === 0 ? 'end' : 'comma')
  switch (kind) {
    case '{':
    case '[':
      if (!isValue) return null
      open.push(kind)
      return kind === '{' ? 'keyOrEnd' : 'valueOrEnd'
    case '}':
      return (next === 'keyOrEnd' || next === 'comma') && open.pop() === '{' ? closed() : null
    case ']':
      return (next === 'valueOrEnd' || next === 'comma') && open.pop() === '[' ? closed() : null
    case ',':
      return next !== 'comma' ? null : open.at(-1) === '{' ? 'key' : 'value'
    case ':':
      return next === 'colon' ? 'value' : null
    case 'text':
      return next === 'key' || next === 'keyOrEnd' ? 'colon' : isValue ? closed() : null
    case 'word':
      return isValue ? closed() : null
  }
}

const gitMark = /^(?:<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?$/

/** Why a text that is no JSON is refused: with line and column, and what stands there. */
export function jsonProblem(json: string): FileProblem {
  const at = findJsonFault(json) ?? 0 // it is only asked where there is a fault
  const lines = json.slice(0, at).split('\n')
  const line = `line ${lines.length}`
  const start = json.lastIndexOf('\n', at - 1) + 1
  const end = json.indexOf('\n', at)
  const whole = json.slice(start, end < 0 ? json.length : end).replace(/\r$/, '')
  if (gitMark.test(whole)) return { where: line, what: `${quoted(whole)} was left there by git: the file holds two versions that are still to be merged` }
  if (json.slice(at).trim() === '') return { where: line, what: 'the file ends there, too early: it was cut off' }
  return { where: `${line}, column ${at - start + 1}`, what: `${quoted(json.slice(at, Math.min(at + 20, end < 0 ? json.length : end)))} can't stand there: the file is damaged or no JSON` }
}
