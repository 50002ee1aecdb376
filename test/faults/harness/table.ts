import type { Figure } from './figure.ts'

export interface Result {
  readonly campaign: string
  readonly figures: readonly Figure[]
  readonly seconds: number
}

const heads = ['campaign', 'what was done', 'the planner', 'plain, in the same test'] as const

/** The figures as a table in Markdown, and below it what was broken. */
export function asMarkdown({ results, seed }: { readonly results: readonly Result[]; readonly seed: number }): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  const broken = results.flatMap(({ figures }) => figures.flatMap((figure) => figure.broken))
  return [
    '# Faults',
    `Seed ${seed}, ${(results.reduce((sum, { seconds }) => sum + seconds, 0) / 60).toFixed(1)} minutes.`,
    [row(heads), row(heads.map(() => '---')), ...rowsOf(results).map(row)].join('\n'),
    broken.length === 0 ? 'No promise was broken.' : `${broken.length} promises were broken:\n\n${broken.map((each) => `- ${each.replaceAll('\n', '\n  ')}`).join('\n')}`,
  ].join('\n\n') + '\n'
}

/** The same for a terminal: a paragraph a figure, since sentences in columns can't be read there. */
export function asText(results: readonly Result[]): string {
  return rowsOf(results)
    .map(([campaign, what, measured, plain]) => `${campaign}: ${what}\n  planner  ${measured}${plain === '' ? '' : `\n  plain    ${plain}`}`)
    .join('\n')
}

function rowsOf(results: readonly Result[]): readonly (readonly [string, string, string, string])[] {
  return results.flatMap(({ campaign, figures }) => figures.map((figure) => [campaign, figure.what, resultOf(figure), figure.plain ?? ''] as const))
}

function resultOf({ measured, broken }: Figure): string {
  return broken.length === 0 ? measured : `**broken ${broken.length} times**: ${measured}`
}
