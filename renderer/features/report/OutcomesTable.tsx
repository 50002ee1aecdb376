import type { ReactNode } from 'react'
import type { ReportOutcome } from '../../../shared/report/report.ts'
import { outcomeTable, reportWords } from '../../../shared/report/report-words.ts'
import styles from './ReportScreen.module.css'

/** How far the outcomes are, by what the report holds and by the whole plan. */
export function OutcomesTable({ outcomes }: { readonly outcomes: readonly ReportOutcome[] }): ReactNode {
  const { head, rows } = outcomeTable({ outcomes })
  return (
    <section>
      <h2 className={styles.heading}>{reportWords.outcomes}</h2>
      <table className={styles.outcomes}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures], row) => (
            <tr key={outcomes[row]?.id ?? ''}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {figures.map((figure, at) => (
                <td key={at}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
