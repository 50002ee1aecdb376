import type { ReactNode } from 'react'
import type { ReportMonth } from '../../../shared/report/report.ts'
import { monthWords, noteMeta, reportWords } from '../../../shared/report/report-words.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { FoldedList } from './FoldedList.tsx'
import { MetaWords } from './MetaWords.tsx'
import styles from './ReportScreen.module.css'

/** What was written month by month. */
export function ReportNotes({ months }: { readonly months: readonly ReportMonth[] }): ReactNode {
  return (
    <section className={styles.section} data-section="notes">
      <h2 className={styles.heading}>{reportWords.notes}</h2>
      {months.map((month) => (
        <div key={month.month ?? ''} className={styles.month}>
          <h3 className={styles.monthName}>{monthWords(month)}</h3>
          <FoldedList items={month.notes} first={40}>
            {(note) => (
              <li key={note.id} className={styles.note}>
                <MetaWords words={noteMeta(note)} />
                {note.text.trim() !== '' && <Markdown text={note.text} className={styles.noteText} />}
              </li>
            )}
          </FoldedList>
        </div>
      ))}
    </section>
  )
}
