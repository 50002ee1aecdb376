import type { Fields, Value } from '../../../shared/changes/change.ts'

/** Records as plain objects by id, the last word on each field: what a plan is when nothing is kept or indexed. */
export type Model = Readonly<Record<string, Fields>>

/** What a person can read of a plan: live records by id, and of each only the fields that say something. */
export type Reading = Readonly<Record<string, Fields>>

// written out, not taken from the product: what each kind has, and what its values may be
const references: Readonly<Record<string, string>> = { parent: 'goal', output: 'output', outcome: 'outcome', program: 'program' }
const plain: Readonly<Record<string, readonly string[]>> = {
  goal: ['parent', 'output', 'quarter', 'status', 'title', 'order', 'stretch'],
  note: ['about', 'quarter', 'text', 'date'],
  output: ['outcome', 'title'],
  outcome: ['title', 'program'],
  program: ['title', 'summary'],
  plan: ['title', 'summary'],
  risk: ['weight'],
}

/** Everything that is there, with what it says; computers are left out. */
export function readModel(model: Model): Reading {
  return Object.fromEntries(
    Object.keys(model)
      .filter((id) => !id.startsWith('replica:') && isAlive(model, id))
      .map((id) => [id, sayingsOf(id, model[id] ?? {})]),
  )
}

/** The quarter that a goal, or the goal of a note, is planned for. */
export function quarterIn(model: Model, id: string): number | null {
  if (id.startsWith('note:')) {
    const about = model[id]?.['about']
    return typeof about === 'string' && about.startsWith('goal:') && about in model ? quarterIn(model, about) : quarterOf(model[id])
  }
  const own = quarterOf(model[id])
  const up = above(model, id)
  return own ?? (up?.startsWith('goal:') === true ? quarterIn(model, up) : null)
}

function quarterOf(fields: Fields | undefined): number | null {
  const quarter = fields?.['quarter']
  return quarter === 1 || quarter === 2 ? quarter : null
}

function isAlive(model: Model, id: string): boolean {
  if (model[id]?.['deleted'] === true) return false
  const up = above(model, id)
  return up === null || isAlive(model, up)
}

function above(model: Model, id: string): string | null {
  const record = model[id] ?? {}
  const kind = id.split(':')[0] ?? ''
  const links = { goal: ['parent', 'output'], note: ['about'], output: ['outcome'], outcome: ['program'] }[kind] ?? []
  return links.map((link) => record[link]).find((each): each is string => typeof each === 'string' && each in model) ?? null
}

function sayingsOf(id: string, fields: Fields): Fields {
  const kind = id.split(':')[0] ?? ''
  const said: Record<string, Value> = kind === 'goal' ? { status: 'todo' } : {}
  for (const [field, value] of Object.entries(fields)) {
    const isNew = !(plain[kind] ?? []).includes(field)
    if (value === null || value === '' || value === false || field === 'deleted' || field === 'teams') continue
    if (field === 'quarter' && value !== 1 && value !== 2) continue
    if (field === 'status' && value === 'Finished') continue
    if (!isNew && field in references && !(typeof value === 'string' && value.startsWith(`${references[field]}:`))) continue
    said[field] = value
  }
  return said
}
