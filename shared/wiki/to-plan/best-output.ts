import type { PageSection } from '../page/goals-page.ts'
import { createWordIndex, wordsOf } from '../text/word-index.ts'

/** Finds the output that fits a goal's title best, among those a section names. */
export interface OutputFit {
  readonly bestOutput: (title: string) => string | undefined
}

const mostWords = 500

/**
 * An output is known by the words of its title and of the goals it has elsewhere on the page, without those
 * that stand for several of the outputs in question. A title that fits none goes to the first.
 */
export function createOutputFit({ section, sectionsByOutput }: { readonly section: PageSection; readonly sectionsByOutput: ReadonlyMap<string, readonly PageSection[]> }): OutputFit {
  const entries = section.outputs.flatMap((output, index) => {
    const own = sectionsByOutput.get(output) ?? []
    const texts = [section.outputTitles[index]?.text ?? '', ...own.slice(0, 20).flatMap((other) => [...other.outputTitles.map((title) => title.text), ...other.goals.slice(0, 100).map((goal) => goal.title)])]
    return [...new Set(texts.flatMap(wordsOf))].slice(0, mostWords).map((word) => ({ word, value: output }))
  })
  const index = createWordIndex(entries)
  return {
    bestOutput: (title) => {
      const scores = new Map(section.outputs.map((output) => [output, 0]))
      for (const word of wordsOf(title)) {
        const [output, another] = index.find(word)
        if (output !== undefined && another === undefined) scores.set(output, (scores.get(output) ?? 0) + 1)
      }
      return [...scores].toSorted(([, a], [, b]) => b - a)[0]?.[0] // a stable sort keeps the first of equals
    },
  }
}
