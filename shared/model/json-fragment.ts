/**
 * What a JSON Schema (draft 2020-12) says of a value, for the schema of the plan file: the part that a field
 * states beside its guard. Lengths count characters there and UTF-16 units here, so a schema lets a little more through.
 */
export interface JsonFragment {
  readonly type?: 'string' | 'boolean' | 'integer'
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
}

/** The id of a record of one of these kinds. */
export function idFragment(kinds: readonly string[]): JsonFragment {
  return { type: 'string', pattern: `^(?:${kinds.join('|')}):[A-Za-z0-9_-]{1,40}$` }
}

/** The id of a record of any kind, known or not. */
export const anyIdFragment: JsonFragment = { type: 'string', pattern: '^[a-z][A-Za-z]{0,19}:[A-Za-z0-9_-]{1,40}$' }

const monthSource = '(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])'
const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
/** Every day of the calendar of the years 1 to 9999, and no other: a pattern, since a schema's `date` may be left unchecked. */
const daySource = `(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${leapYear}-02-29)`

export const dayFragment: JsonFragment = { type: 'string', pattern: `^${daySource}$` }

export const dayOrMonthFragment: JsonFragment = { type: 'string', pattern: `^(?:${daySource}|${monthSource})$` }
/** A day whose fiscal year ends within the years of four digits. */
export const yearStartFragment: JsonFragment = { type: 'string', pattern: `^(?!9999-(?!01-01))${daySource}$` }
