import type { FileKind } from '../../shared/bridge/files.ts'
import { reportFileName } from '../../shared/file/file-name.ts'
import { isQuarter } from '../../shared/model/year.ts'
import { reportEnding, writeReportInSteps, type ReportFormat } from '../../shared/report/write-report.ts'
import { currentReport } from '../features/report/current-report.ts'
import type { Host } from '../host/host.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { quarterLabel } from '../text/dates.ts'
import { reportText } from '../text/report.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppActions } from './app-actions.ts'
import type { AppStore } from './app-store.ts'
import { fileStem } from './file-stem.ts'
import { localMinute } from './local-time.ts'
import { saveLeaving } from './save-leaving.ts'

interface Parts {
  readonly store: AppStore
  readonly host: Host
  readonly toaster: Toaster
  readonly current: () => Session | null
}

const kinds: Readonly<Record<ReportFormat, FileKind>> = { markdown: 'reportMarkdown', wikitext: 'reportWikitext', html: 'reportHtml', csv: 'reportCsv' }

export function createReportActions({ store, host, toaster, current }: Parts): Pick<AppActions, 'copyReport' | 'saveReport' | 'printReport'> {
  /** What is on the screen as text; null where it can't be made, which the screen says. */
  const written = async (session: Session, format: ReportFormat): Promise<string | null> => {
    const report = await currentReport(session)
    return report === null ? null : stepsDone(writeReportInSteps(report, format))
  }
  const copy = async (session: Session, format: ReportFormat): Promise<void> => {
    const text = await written(session, format)
    if (text === null) return
    try {
      await navigator.clipboard.writeText(text)
      toaster.show({ id: 'reportCopied', text: reportText.copied(reportText.formats[format]) })
    } catch {
      // a browser lets a page write to the clipboard only while it has the focus, and some never do
      toaster.show({ id: 'reportCopied', text: reportText.notCopied, detail: reportText.notCopiedHint, tone: 'problem' })
    }
  }
  const save = async (session: Session, format: ReportFormat): Promise<void> => {
    const text = await written(session, format)
    if (text === null) return
    const { scope } = session.board.getState().query
    const part = isQuarter(scope) ? quarterLabel(scope) : scope
    const suggestedName = reportFileName({ parts: [...fileStem(session.plan.getState().view), part, 'report'], at: localMinute(), ending: reportEnding[format] })
    const name = await saveLeaving({ host, store, file: { kind: kinds[format], suggestedName, text } })
    if (name !== null) toaster.show({ id: 'reportSaved', text: reportText.saved(name) })
  }
  const withSession = (act: (session: Session) => Promise<void>): void => {
    const session = current()
    if (session !== null) void act(session)
  }
  return {
    copyReport: (format) => withSession((session) => copy(session, format)),
    saveReport: (format) => withSession((session) => save(session, format)),
    printReport: () => window.print(),
  }
}
