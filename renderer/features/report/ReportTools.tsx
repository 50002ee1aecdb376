import { ChevronDown, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { reportFormats, type ReportFormat } from '../../../shared/report/write-report.ts'
import type { SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { useBoard, useSession, useSnapshots } from '../../state/session.tsx'
import { today, type Picked } from '../../state/snapshot-store.ts'
import { formatMoment } from '../../text/dates.ts'
import { reportText } from '../../text/report.ts'
import { frozenLabel } from '../../text/snapshots.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import styles from './ReportScreen.module.css'
import { holdsScope } from './report-request.ts'
import { reportOptionsOf, useReportOptions } from './report-store.ts'

export type Paper = 'A4' | 'Letter'

export interface ReportToolsProps {
  /** The snapshot it is made from; null for the plan as it is. */
  readonly head: SnapshotHead | null
  readonly paper: Paper
  readonly papers: readonly Paper[]
  readonly onPaper: (paper: Paper) => void
  readonly onCopy: (format: ReportFormat) => void
  readonly onSave: (format: ReportFormat) => void
  readonly onPrint: () => void
}

const keysToSave: Readonly<Record<ReportFormat, string>> = { markdown: 'S M', wikitext: 'S W', html: 'S H', csv: 'S C' }

/** What the report is made from, and what becomes of it: a text, a file, paper. */
export function ReportTools({ head, paper, papers, onPaper, onCopy, onSave, onPrint }: ReportToolsProps): ReactNode {
  const session = useSession()
  const { notes } = useReportOptions()
  return (
    <div role="group" aria-label={reportText.tools} className={styles.tools} data-print="hide">
      <Source head={head} />
      <Switch label={reportText.notes} checked={notes} onChange={(shown) => reportOptionsOf(session).setState({ notes: shown })} />
      <span className={styles.gap} />
      <Menu
        entries={[
          { kind: 'item', id: 'markdown', label: reportText.asMarkdown, keys: 'Y M', onSelect: () => onCopy('markdown') },
          { kind: 'item', id: 'wikitext', label: reportText.asWikitext, keys: 'Y W', onSelect: () => onCopy('wikitext') },
        ]}
        trigger={<Button icon={<ChevronDown />}>{reportText.copy}</Button>}
      />
      <Menu
        entries={reportFormats.map((format) => ({ kind: 'item', id: format, label: reportText.files[format], keys: keysToSave[format], onSelect: () => onSave(format) }))}
        trigger={<Button icon={<ChevronDown />}>{reportText.save}</Button>}
      />
      <SegmentedControl label={reportText.paper} value={paper} segments={papers.map((value) => ({ value, label: value }))} onChange={onPaper} size="small" />
      <Button variant="primary" icon={<Printer />} keys="Ctrl+P" onClick={onPrint}>
        {reportText.print}
      </Button>
    </div>
  )
}

/** The plan as it is, or one of the snapshots that hold what is told. */
function Source({ head }: { readonly head: SnapshotHead | null }): ReactNode {
  const session = useSession()
  const scope = useBoard((state) => state.query.scope)
  const heads = useSnapshots((state) => state.heads).filter((each) => holdsScope(each.scope, scope))
  if (heads.length === 0) return null
  const options = [{ value: today, label: reportText.today }, ...heads.map(({ digest, at, scope: frozen }) => ({ value: digest, label: reportText.snapshot(`${frozenLabel(frozen)}, ${formatMoment(Date.parse(at)) || at}`) }))]
  return (
    <div className={styles.source}>
      <Select<Picked> label={reportText.source} hideLabel value={head?.digest ?? today} options={options} onChange={(from) => reportOptionsOf(session).setState({ from })} />
    </div>
  )
}
