import { collapse, type PageLine } from '../text/page-lines.ts'
import { pageLimits, type PageGoal, type PagePart, type StatusWord } from '../page/goals-page.ts'
import { statusWordsIn, wordingOf } from '../text/status-words.ts'
import { teamNames } from '../text/team-names.ts'

/** The goals of a section as a tree, and the lines among them that are no goals. */
export interface ReadGoals {
  readonly goals: readonly PageGoal[]
  readonly notGoals: readonly PageLine[]
}

// a link to a task reads `task T1`, however short its number; elsewhere `T1` may be anything
const taskPattern = /(?<=\btask )T[0-9]{1,9}\b|\bT[0-9]{3,9}\b/g
// a hand that writes wikitext needs no link: at the end of a goal it is a task
const typedTask = /(?<=[ (])(?<!\btask )T[0-9]{1,2}(?=(?:, ?T[0-9]{1,9}){0,20}\)?$)/g
const lastTask = /(?: ?[-–—:,(]{1,3})? ?(?:\btask T[0-9]{1,9}|\bT[0-9]{3,9})\)?[:,]?$/i
const mostTasks = 50
const stretchPattern = /\(stretch\)|^stretch(?: goal)?:/i

interface GrowingGoal extends Omit<PageGoal, 'children'> {
  readonly children: GrowingGoal[]
}

/**
 * Reads what stands below a section's `Goal(s)`. A bullet that is indented further than the one above it is its
 * sub-goal; a paragraph over a list is the parent of what the list holds. A paragraph without a list is a goal
 * only where the section has no bullets at all.
 * @param teams the names that count as a team label: `(RelEng + SRE)` is one, `(partially)` is not
 */
export function readGoals({ lines, teams }: { readonly lines: readonly PageLine[]; readonly teams: ReadonlySet<string> }): ReadGoals {
  const top: GrowingGoal[] = []
  let paragraph: GrowingGoal | null = null
  let open: { readonly indent: number; readonly goal: GrowingGoal }[] = []
  const lineOf = new Map<GrowingGoal, PageLine>()
  const continued: PageLine[] = []
  for (const line of lines) {
    if (!line.bullet && line.indent > (open.at(-1)?.indent ?? Infinity)) {
      continued.push(line) // it goes on with the bullet above it, and is no paragraph over what follows
      continue
    }
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= line.indent) open.pop()
    const level = line.bullet ? Math.min(open.length, pageLimits.level - 1) : 0
    const goal: GrowingGoal = { ...goalOf({ line, teams }), level, children: [] }
    lineOf.set(goal, line)
    if (!line.bullet) {
      paragraph = goal
      open = []
      top.push(goal)
      continue
    }
    const parent = open[level - 1]?.goal ?? paragraph
    ;(parent?.children ?? top).push(goal)
    open = [...open.slice(0, level), { indent: line.indent, goal }]
  }
  const hasBullets = lines.some((line) => line.bullet)
  const isGoal = (goal: GrowingGoal): boolean => goal.kind === 'bullet' || goal.children.length > 0 || !hasBullets
  const notGoals = top.filter((goal) => !isGoal(goal)).flatMap((goal) => lineOf.get(goal) ?? [])
  return { goals: top.filter(isGoal), notGoals: [...notGoals, ...continued] }
}

/** Every goal of a tree, parents before their children, in the page's order. */
export function allGoals(goals: readonly PageGoal[]): readonly PageGoal[] {
  return goals.flatMap((goal) => [goal, ...allGoals(goal.children)])
}

function goalOf({ line, teams }: { readonly line: PageLine; readonly teams: ReadonlySet<string> }): Omit<GrowingGoal, 'level' | 'children'> {
  const words = statusWordsIn({ line, where: 'goal' })
  const whole = collapse(wordingOf({ line, words }))
  const bare = collapse(withoutMarks({ line, words }))
  const unmarked = line.isSource === true ? bare.replace(typedTask, 'task $&') : bare
  const tasks = [...new Set(unmarked.match(taskPattern) ?? [])]
  const untasked = withoutTasks(unmarked)
  const parts = partsOf(untasked)
  const isStretch = parts.length === 0 && stretchPattern.test(untasked)
  const unstretched = isStretch ? withoutStretch(untasked) : untasked
  const label = teamLabelOf({ text: unstretched, teams })
  const title = (label?.rest ?? unstretched).replace(/:$/, '').trim()
  return {
    line: line.number,
    kind: line.bullet ? 'bullet' : 'paragraph',
    title: title === '' ? whole : title,
    stretch: isStretch,
    tasks,
    teams: label?.names ?? [],
    words,
    parts: line.bullet ? parts : [],
  }
}

/** Without the links to tasks at the end. */
function withoutTasks(text: string): string {
  let rest = text
  for (let count = 0; count < mostTasks; count += 1) {
    const tail = rest.slice(-60).replace(lastTask, '')
    const next = rest.slice(0, -60) + tail
    if (next === rest) break
    rest = next
  }
  return rest
}

/** At least three things of one word each, `ORES (partially)` among them: more than commas in a sentence. */
function partsOf(text: string): readonly PagePart[] {
  const parts = text.split(/, ?/)
  if (parts.length < 3 || !parts.every((part) => /^[^\s()]{1,60}(?: \([^()]{1,60}\))*$/.test(part))) return []
  return parts.map((part) => ({ title: withoutStretch(part), stretch: stretchPattern.test(part) }))
}

function withoutStretch(text: string): string {
  return text
    .replace(/ ?\(stretch\)/gi, '')
    .replace(/^stretch(?: goal)?: ?/i, '')
    .trim()
}

function teamLabelOf({ text, teams }: { readonly text: string; readonly teams: ReadonlySet<string> }): { readonly rest: string; readonly names: readonly string[] } | null {
  const [, label] = /\(([^()]{1,200})\):?$/.exec(text) ?? []
  if (label === undefined) return null
  const names = teamNames(label)
  return names.length > 0 && names.every((name) => teams.has(name)) ? { rest: text.slice(0, text.lastIndexOf('(')).trim(), names } : null
}

function withoutMarks({ line, words }: { readonly line: PageLine; readonly words: readonly StatusWord[] }): string {
  let text = ''
  let at = line.start
  for (const word of words.filter(({ isMark }) => isMark)) {
    text += `${line.raw.slice(at, Math.max(at, word.offset))} `
    at = word.offset + word.length
  }
  return text + line.raw.slice(at)
}
