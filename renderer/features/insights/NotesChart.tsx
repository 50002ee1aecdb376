import { useState, type PointerEvent, type ReactNode } from 'react'
import type { Insights } from '../../../shared/insights/insights.ts'
import { missingIn, type DueNote, type TeamNotes } from '../../../shared/insights/missing-notes.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { formatMonth } from '../../text/dates.ts'
import { notesSentence } from '../../text/insight-sentences.ts'
import { insightsText } from '../../text/insights.ts'
import { ShowAllButton } from '../../ui/ShowAllButton.tsx'
import { ChartCard } from './ChartCard.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import type { Cell } from './chart-cells.ts'
import type { TableWords } from './ChartTable.tsx'
import { NoteDots } from './NoteDots.tsx'
import { notesOf, teamName } from './team-notes.ts'

const { notes: text } = insightsText

/** How many teams are shown until one asks for all. */
const first = 12

/** A dot for each team and month: how many of the notes that were due are missing. */
export function NotesChart({ insights }: { readonly insights: Insights }): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const { teams: all, due } = insights
  const months = insights.months.map(({ month }) => month)
  const isLong = all.length > first + 2
  const teams = isLong && !isWhole ? all.slice(0, first) : all
  const notesAt = ({ column, row }: Cell): readonly DueNote[] => notesOf(teams[row], months[column])
  const valueAt = (cell: Cell): string => {
    const notes = notesAt(cell)
    return text.value({ team: teamName(teams[cell.row]), month: formatMonth(months[cell.column] ?? ''), missing: missingIn(notes), due: notes.length })
  }
  return (
    <ChartCard title={text.title} sentence={notesSentence(insights)} table={due.length === 0 ? null : () => tableOf(all, months)}>
      {due.length === 0
        ? null
        : (pick) => (
            <>
              <ChartSurface
                title={text.title}
                columns={months.length}
                rows={teams.length}
                start={{ column: months.length - 1, row: 0 }}
                page={3}
                valueAt={valueAt}
                cellAt={cellAt}
                onPick={(cell) => pick({ title: text.behind(teamName(teams[cell.row]), formatMonth(months[cell.column] ?? '')), goals: missingGoals(notesAt(cell)) })}
              >
                {({ width, cursor }) => <NoteDots teams={teams} months={months} today={insights.today} width={width} cursor={cursor} />}
              </ChartSurface>
              {isLong && <ShowAllButton count={all.length} isWhole={isWhole} onChange={setWhole} />}
            </>
          )}
    </ChartCard>
  )
}

function missingGoals(notes: readonly DueNote[]): readonly GoalId[] {
  return notes.flatMap(({ goal, isMissing }) => (isMissing ? [goal] : []))
}

function cellAt(event: PointerEvent): Cell | null {
  const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null
  return cell === null ? null : { column: Number(cell.getAttribute('data-column')), row: Number(cell.getAttribute('data-row')) }
}

function tableOf(teams: readonly TeamNotes[], months: readonly string[]): TableWords {
  return {
    columns: [insightsText.team, ...months.map(formatMonth)],
    rows: teams.map((team) => [
      teamName(team),
      ...months.map((month) => {
        const notes = notesOf(team, month)
        return text.cell(missingIn(notes), notes.length)
      }),
    ]),
  }
}
