/** Why a file is refused: what is wrong, and where. */
export interface FileProblem {
  /** A path into the file, `goals[12].status`; empty for the file as a whole. */
  readonly where: string
  /** A sentence's end that says what is wrong: `"Finished" is not a status`. */
  readonly what: string
}

/** `goals[12].status: "Finished" is not a status`, as screens and the command line show it. */
export function problemText({ where, what }: FileProblem): string {
  return where === '' ? what : `${where}: ${what}`
}

/** The path of a key below another; a key of a megabyte is cut like any value. */
export function pathOf(where: string, key: string): string {
  const shown = quoted(key).replace(/^"|"$/g, '')
  return where === '' ? shown : `${where}.${shown}`
}

/** A value as a message may quote it: JSON, cut to 60 characters so that a title of a megabyte fits. */
export function quoted(value: unknown): string {
  // JSON calls an infinite number null, which would say the wrong thing
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return json.length <= 60 ? json : `${json.slice(0, 57)}…`
}
