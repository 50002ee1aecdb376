const longestName = 100

/** The teams a label names: `SRE / ServiceOps & RelEng`, `Service Operations, Release Engineering`, `SRE team`. */
export function teamNames(label: string): readonly string[] {
  const names = label
    .split(/ ?[/&+,;] ?| and /)
    .map((name) => name.replace(/ ?\bteams?$/i, '').trim())
    .filter((name) => name !== '' && name.length <= longestName)
  return [...new Set(names)]
}

/**
 * The one name under which the plan knows a team that the page calls by two: the short one of the headings,
 * since `RelEng` on some goals and `Release Engineering` on others would be two teams in a filter.
 * @param names every team name of the page
 */
export function teamsByName(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(names)]
  const short = all.filter((name) => !name.includes(' '))
  return new Map(all.map((name) => [name, (name.includes(' ') ? short.find((candidate) => isShortFor(candidate, name)) : undefined) ?? name]))
}

/** `ServiceOps` for `Service Operations`: part by part the same first letter, the others in the same order. */
function isShortFor(short: string, long: string): boolean {
  const parts = short.match(/[A-Z][a-z]*/g) ?? []
  const words = long.split(' ')
  return parts.join('') === short && parts.length === words.length && parts.every((part, index) => isWithin(part.toLowerCase(), (words[index] ?? '').toLowerCase()))
}

function isWithin(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === letters[at]) at += 1
  return at === letters.length
}
