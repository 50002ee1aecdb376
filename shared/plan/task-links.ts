/** How a team writes the ids of its tasks, and where one lies: `T#` and `https://phabricator.wikimedia.org/T#`. */
export interface TaskLink {
  /** What stands before the digits. */
  readonly prefix: string
  /** The address before and after the digits. */
  readonly before: string
  readonly after: string
}

export type TaskLinkProblem = 'noSign' | 'badId' | 'badAddress' | 'tooLong'

/** A member of `plan.taskLinks` as it is typed: the form of an id, and the address. */
export interface TypedTaskLink {
  readonly id: string
  readonly address: string
}

const prefixLimit = 20
const digitLimit = 12
const memberLimit = 200
/** A file may hold any number; each is tried at every word of a text. */
const linkLimit = 50

/** One link as it is typed, or what is wrong with it. Nothing of it becomes a pattern of ours: it is compared letter by letter. */
export function checkTaskLink({ id, address }: TypedTaskLink): { readonly ok: true; readonly link: TaskLink } | { readonly ok: false; readonly problem: TaskLinkProblem } {
  if (formatTaskLink({ id, address }).length > memberLimit) return { ok: false, problem: 'tooLong' }
  const [prefix = '', ...ending] = id.split('#')
  if (ending.length !== 1) return { ok: false, problem: 'noSign' }
  if (ending[0] !== '' || prefix.length > prefixLimit || !/^[\p{L}\p{N}_/-]+$/u.test(prefix) || !/\p{L}/u.test(prefix)) return { ok: false, problem: 'badId' }
  const [before = '', ...rest] = address.split('#')
  const [after = ''] = rest
  // the digits stand in the path: of the server somebody would have to be sure whose it is
  if (rest.length !== 1 || !/^https?:\/\/[\p{L}\p{N}.-]+(?::\d{1,5})?\/[^\s"'<>\\^`{|}]*$/iu.test(before) || !/^[^\s"'<>\\^`{|}]*$/u.test(after)) return { ok: false, problem: 'badAddress' }
  return { ok: true, link: { prefix, before, after } }
}

/** The member of `plan.taskLinks`: `T#=https://phabricator.wikimedia.org/T#`. */
export function formatTaskLink({ id, address }: TypedTaskLink): string {
  return `${id}=${address}`
}

/** What a member says, right or wrong. */
export function typedTaskLink(member: string): TypedTaskLink {
  const at = member.indexOf('=')
  return at < 0 ? { id: member, address: '' } : { id: member.slice(0, at), address: member.slice(at + 1) }
}

/** The links that members define, the longest prefix first; of two with one prefix the first in order of the text counts, and one that is wrong is passed over. */
export function parseTaskLinks(members: readonly string[]): readonly TaskLink[] {
  const byPrefix = new Map<string, TaskLink>()
  for (const member of members.toSorted()) {
    const checked = checkTaskLink(typedTaskLink(member))
    if (checked.ok && !byPrefix.has(checked.link.prefix)) byPrefix.set(checked.link.prefix, checked.link)
    if (byPrefix.size === linkLimit) break
  }
  return [...byPrefix.values()].toSorted((a, b) => b.prefix.length - a.prefix.length || (a.prefix < b.prefix ? -1 : 1))
}

/** The address of a task; null where no link is for such an id. */
export function taskAddress(links: readonly TaskLink[], task: string): string | null {
  for (const { prefix, before, after } of links) {
    const digits = digitsAfter(task, prefix.length)
    if (task.startsWith(prefix) && digits !== '' && prefix.length + digits.length === task.length) return `${before}${digits}${after}`
  }
  return null
}

/** A piece of running text, or the id of a task in it. */
export type TaskPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'task'; readonly id: string }

/** Splits a text at ids of tasks, as the links have them; `T205923` is one where none is defined, too. In time that grows with the text. */
export function splitTaskIds(text: string, links: readonly TaskLink[]): readonly TaskPiece[] {
  const pieces: TaskPiece[] = []
  let from = 0
  let at = 0
  while (at < text.length) {
    const id = isInWord(text, at - 1) ? null : idAt({ text, at, links })
    if (id === null) {
      at += 1
      continue
    }
    if (at > from) pieces.push({ kind: 'text', text: text.slice(from, at) })
    pieces.push({ kind: 'task', id })
    at += id.length
    from = at
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** The task that was typed or pasted, also as an address that leads to it; null for nothing. */
export function parseTask(typed: string, links: readonly TaskLink[]): string | null {
  const text = typed.trim()
  if (text === '') return null
  return taskOfAddress(text, links) ?? taskNamed(text, links) ?? taskNamed(lastPart(text), links) ?? text.slice(0, memberLimit).toWellFormed()
}

function taskOfAddress(text: string, links: readonly TaskLink[]): string | null {
  for (const { prefix, before, after } of links) {
    const digits = text.startsWith(before) ? digitsAfter(text, before.length) : ''
    const rest = text.slice(before.length + digits.length)
    if (digits !== '' && rest.startsWith(after) && /^(?:[/?#].*)?$/s.test(rest.slice(after.length))) return `${prefix}${digits}`
  }
  return null
}

/** An id as it is written, whatever letters of it were typed small. */
function taskNamed(text: string, links: readonly TaskLink[]): string | null {
  for (const prefix of [...links.map((link) => link.prefix), ...(/^t\d\d/i.test(text) ? ['T'] : [])]) {
    const digits = digitsAfter(text, prefix.length)
    if (digits !== '' && text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() && prefix.length + digits.length === text.length) return `${prefix}${digits}`
  }
  return null
}

/** The last part of the path of an address, or of anything with strokes in it. */
function lastPart(text: string): string {
  const path = /^[a-z]+:\/\//i.test(text) ? (text.split(/[?#]/, 1)[0] ?? '') : text
  return path.split('/').findLast((part) => part !== '') ?? text
}

function idAt({ text, at, links }: { readonly text: string; readonly at: number; readonly links: readonly TaskLink[] }): string | null {
  for (const { prefix } of links) {
    if (!text.startsWith(prefix, at)) continue
    const end = at + prefix.length + digitsAfter(text, at + prefix.length).length
    if (end > at + prefix.length && !isInWord(text, end)) return text.slice(at, end)
  }
  const digits = text.charAt(at) === 'T' ? digitsAfter(text, at + 1) : ''
  return digits.length >= 2 && digits.length <= 8 && !isInWord(text, at + 1 + digits.length) ? `T${digits}` : null
}

/** The digits from a place on; none where there are more than any tracker counts. */
function digitsAfter(text: string, at: number): string {
  let end = at
  while (end - at <= digitLimit && text.charAt(end) >= '0' && text.charAt(end) <= '9') end += 1
  return end - at > digitLimit ? '' : text.slice(at, end)
}

function isInWord(text: string, at: number): boolean {
  const character = at < 0 ? '' : text.charAt(at)
  return /[\p{L}\p{N}_-]/u.test(character)
}
