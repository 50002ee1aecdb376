import type { PlanId } from '../../shared/model/ids.ts'
import type { Decisions } from '../../shared/turn/decision.ts'
import type { ReportFormat } from '../../shared/report/write-report.ts'
import type { OldHistoryActions } from './old-history-actions.ts'
import type { ShareActions } from './share/share-actions.ts'
import type { Preferences } from '../data/preferences.ts'

/** What the app does beyond one open plan; commands and screens ask for it by these. */
export interface AppActions extends ShareActions, OldHistoryActions {
  readonly showStart: () => void
  readonly openPlan: (id: PlanId) => void
  readonly createPlan: (plan: { readonly title: string; readonly startsOn: string }) => void
  /** Begins the plan of the next year from the open one, or adds to it what it hasn't, and opens it. */
  readonly startNextYear: (decisions: Decisions) => void
  /** Puts the open plan back on this computer, from which another window has removed it. */
  readonly bringBackOpen: () => void
  readonly openSample: () => void
  /** Lets a person choose a shared file or a goals page; opens it, or merges it into its plan. */
  readonly openFile: () => void
  /** Opens one of the files used last, like any file. */
  readonly openRecent: (token: string) => void
  /** Takes one from their list, or all (null). The file stays. */
  readonly forgetRecent: (token: string | null) => void
  /** Looks anew which they are, and whether they are still there. */
  readonly lookForRecent: () => void
  /** Reads a goals page from a text, or asks for its file when there is none. */
  readonly readPage: (text: string | null) => void
  readonly exportPlan: () => void
  /** Saves the plan as the source of a wiki page. */
  readonly exportWikitext: () => void
  /** Freezes what one looks at, a quarter or the year, or the year in any case: kept with the plan, and saved as a file where a person wants one. */
  readonly takeSnapshot: (what: 'inSight' | 'year') => void
  /** Brings back the snapshot that was removed last. */
  readonly bringBackSnapshot: () => void
  /** Copies the report that is on the screen, as text in a format. */
  readonly copyReport: (format: ReportFormat) => void
  /** Saves it as a file where a person wants it. */
  readonly saveReport: (format: ReportFormat) => void
  /** Prints it, on paper or to a PDF. */
  readonly printReport: () => void
  readonly newWindow: () => void
  readonly showSettings: () => void
  readonly showCommands: () => void
  readonly showKeys: () => void
  readonly showAbout: () => void
  /** Copies what helps to find a fault, and nothing that anybody wrote. */
  readonly copyDiagnostics: () => void
  /** Null where nothing can show it. */
  readonly showDataFolder: (() => void) | null
  readonly nameComputer: (name: string) => void
  readonly preferences: () => Preferences
  readonly prefer: (preferences: Partial<Preferences>) => void
}
