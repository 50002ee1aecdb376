const templates = ['In progress', 'Partially done', 'Done', 'To do', 'Postponed', 'Blocked', 'Stalled']
const mark = new RegExp(`(?:\u00a0N\u00a0|\u00a0\u00a0|\u00a0 )(${templates.join('|')})`, 'g')

/** The source that a rendered goals page may well have: line for line, so that each stands where it stood. */
export function wikitextOf(rendered: string): string {
  let quarter = 0
  let wasHeading = false
  return rendered
    .split('\n')
    .map((line) => {
      if (line.trim() === '') return ''
      const isHeading = line.endsWith(' edit')
      if (line.trim() === 'edit' && !wasHeading) {
        quarter += 1
        return `== Q${quarter} ==`
      }
      wasHeading = isHeading
      const source = line.replace(mark, (_, word: string) => ` {{${word}}}`).replace(/ task (T[0-9]+)/g, ' {{Phabricator|$1}}')
      const note = /^[\u00a0\s]*(Note:.*)$/.exec(source)
      if (note !== null) return `'''${note[1]}'''`
      if (isHeading) return `=== ${source.replace(/ edit$/, '')} ===`
      const bullet = /^( *)• (.*)$/.exec(source)
      return bullet === null ? source.trim() : `${'*'.repeat((bullet[1] ?? '').length / 2)} ${bullet[2]}`
    })
    .join('\n')
}
