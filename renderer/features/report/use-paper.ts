import { useEffect } from 'react'
import type { ReportHead } from '../../../shared/report/report.ts'
import { reportTitle } from '../../../shared/report/report-words.ts'
import { longDate } from '../../../shared/words/months.ts'

/** Sets the size of the pages of paper, and puts what the report is and of which day at the foot of each, where only a style can put words. */
export function usePaper({ paper, head }: { readonly paper: string; readonly head: ReportHead }): void {
  const words = `${reportTitle(head)} · ${longDate(head.madeFrom.day)}`
  useEffect(() => {
    const { style, dataset } = document.documentElement
    dataset['reportPaper'] = paper
    style.setProperty('--report-foot', cssString(words))
    return () => {
      style.removeProperty('--report-foot')
      delete dataset['reportPaper']
    }
  }, [words, paper])
}

/** A text as a string of CSS: whatever could mean something there is written by its number. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,·]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`
}
