import type { ReactNode } from 'react'
import type { Report } from '../../../shared/report/report.ts'
import { headFacts, reportKind, reportSpan, reportWords, summaryWords } from '../../../shared/report/report-words.ts'
import { useBoard, useSession } from '../../state/session.tsx'
import { isFiltering } from '../../../shared/board/query.ts'
import { reportText } from '../../text/report.ts'
import { Button } from '../../ui/Button.tsx'
import { OutcomesTable } from './OutcomesTable.tsx'
import { LeftGoals } from './LeftGoals.tsx'
import { ReportNotes } from './ReportNotes.tsx'
import { ReportSectionView } from './ReportSectionView.tsx'
import { ReportTools, type ReportToolsProps } from './ReportTools.tsx'
import styles from './ReportScreen.module.css'
import { usePaper } from './use-paper.ts'
import { useReport } from './use-report.ts'

/** What became of the quarter or the year that the board shows, as a page to read, to send and to print. Nothing is edited here. */
export function ReportScreen(props: Omit<ReportToolsProps, 'head'>): ReactNode {
  const { report, isCurrent, head, failed } = useReport()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <main className={styles.screen} aria-label={reportText.label} tabIndex={-1} aria-busy={!isCurrent && !failed}>
      <div className={styles.page}>
        <ReportTools {...props} head={head} />
        {failed && <p role="alert">{reportText.notRead}</p>}
        {report !== null && !failed && <ReportPage report={report} paper={props.paper} />}
      </div>
    </main>
  )
}

function ReportPage({ report, paper }: { readonly report: Report; readonly paper: string }): ReactNode {
  const { head, sections, outcomes, left, months } = report
  usePaper({ paper, head })
  return (
    <article className={styles.report}>
      <Head report={report} />
      {outcomes.length > 0 && <OutcomesTable outcomes={outcomes} />}
      <div data-walk="">
        {sections.map((section) => (
          <ReportSectionView key={section.kind} section={section} head={head} />
        ))}
      </div>
      {left.length > 0 && <LeftGoals left={left} />}
      {months.length > 0 && <ReportNotes months={months} />}
    </article>
  )
}

function Head({ report }: { readonly report: Report }): ReactNode {
  const { head } = report
  const { board } = useSession()
  const isNarrowed = useBoard((state) => isFiltering(state.query.filter))
  return (
    <header className={styles.head}>
      <p className={styles.kind}>
        {reportKind(head)}, {reportSpan(head)}
      </p>
      <h1 className={styles.title}>
        <bdi>{head.plan}</bdi>
      </h1>
      <dl className={styles.facts}>
        {headFacts(head).map(([name, value]) => (
          <div key={name} className={styles.headFact}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
              {name === reportWords.filter && isNarrowed && (
                <Button size="small" variant="quiet" data-print="hide" onClick={() => board.getState().clearFilter()}>
                  {reportText.clearFilter}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.summary} aria-live="polite">{summaryWords(report)}</p>
    </header>
  )
}
