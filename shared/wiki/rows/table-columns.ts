/** What a column of a table of goals says. */
export type TableColumn = 'outcome' | 'output' | 'goal' | 'teams' | 'owner' | 'dependencies' | 'when' | 'status' | 'notes'

const headers: Readonly<Record<TableColumn, RegExp>> = {
  outcome: /^(?:key |program )?outcomes?$/,
  output: /^(?:outputs?|objectives?)$/,
  goal: /^(?:goals?|work|deliverables?|milestones?|activit(?:y|ies)|key results?|what|projects?|tasks?|description)$/,
  teams: /^(?:(?:primary |owning |responsible )?teams?|who|team\(s\))$/,
  owner: /^(?:owners?|leads?|contacts?|goal owner)$/,
  dependencies: /^(?:dependenc(?:y|ies)|depends on|dependencies on|needs)$/,
  when: /^(?:eta|when|quarter|due(?: date)?|timeline|timeframe|(?:target )?date|target)$/,
  status: /^(?:status|state|progress)$/,
  notes: /^(?:notes?|comments?|updates?|remarks?)$/,
}

/** What the columns of a table say, by their places; a place that says nothing known holds null. */
export type TableHead = readonly (TableColumn | null)[]

/** The columns of a line of cells that is the head of a table of goals, or null. */
export function tableHeadOf(cells: readonly string[]): TableHead | null {
  if (cells.length < 3) return null
  const seen = new Set<TableColumn>()
  const head = cells.map((cell): TableColumn | null => {
    const name = cell.toLowerCase().replace(/[^a-z() ]+/g, ' ').replace(/ +/g, ' ').trim()
    const column = (Object.keys(headers) as TableColumn[]).find((each) => headers[each].test(name) && !seen.has(each)) ?? null // its keys are columns
    if (column !== null) seen.add(column)
    return column
  })
  // an objective with nothing more of what is done for it is the goal itself
  const named = seen.has('goal') ? head : head.map((column) => (column === 'output' ? 'goal' : column))
  return seen.size >= 2 && named.includes('goal') ? named : null
}

/** The cells of a line, without white space around them; one for a line without tabs. */
export function cellsOf(line: string): readonly string[] {
  return line.split('\t').map((cell) => cell.replace(/[\s\u200b]+/g, (space) => (space.includes('\u00a0') ? '\u00a0' : ' ')).replace(/^[^\S\u00a0]+|\s+$/g, ''))
}
