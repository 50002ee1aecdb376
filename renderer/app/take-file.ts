import type { OpenedFile } from '../../shared/bridge/files.ts'
import { emptyChangeSet, recordIn, uniteChangeSets } from '../../shared/changes/fold.ts'
import { stampsAhead } from '../../shared/changes/merge.ts'
import { adoptInSteps } from '../../shared/file/adopt-file.ts'
import { mayComeInSteps } from '../../shared/file/plan-size.ts'
import { problemText } from '../../shared/file/problem.ts'
import { readPlanInSteps, type PlanFile } from '../../shared/file/read-plan-file.ts'
import { stepsDone } from '../state/run-steps.ts'
import { looksLikeSnapshot } from '../../shared/snapshot/read-snapshot.ts'
import { appText } from '../text/app.ts'
import type { AppStore } from './app-store.ts'
import type { PlanDesk } from './plan-desk.ts'
import { tellProblem } from './tell-problem.ts'

interface TakeFile {
  readonly store: AppStore
  readonly desk: PlanDesk
  /** Told of a file that has opened as a plan of its own. */
  readonly onNew: (file: PlanFile) => void
  /** Takes a snapshot in; what is wrong with it, or null. */
  readonly openSnapshot: (text: string) => Promise<string | null>
}

/**
 * Takes a file that came in by dialog, drop or argument. A goals page is looked through first; a shared file
 * of a plan that is here is merged after a look; one of another plan opens as a plan of its own; a snapshot is kept with its plan. What is
 * refused changes nothing, and the message says what is wrong and where.
 */
export async function takeFile({ store, desk, opened, onNew, openSnapshot }: TakeFile & { readonly opened: OpenedFile }): Promise<void> {
  const refuse = (text: string): void => refuseFile({ store, name: opened.name, text })
  if (!opened.ok) return refuse(appText.fileReasons[opened.reason])
  if (!looksLikeJson(opened)) return store.setState({ overlay: { kind: 'readPage', text: opened.text, fileName: opened.name } })
  if (looksLikeSnapshot(opened)) {
    const wrong = await openSnapshot(opened.text)
    return wrong === null ? undefined : refuse(wrong)
  }
  const read = await stepsDone(readPlanInSteps(opened.text))
  if (!read.ok) return refuse(problemText(read.problem))
  return takePlanFile({ store, desk, onNew, file: read.file, fileName: opened.name })
}

async function takePlanFile({ store, desk, onNew, file, fileName }: Omit<TakeFile, 'openSnapshot'> & { readonly file: PlanFile; readonly fileName: string }): Promise<void> {
  const here = await desk.changesOf(file.planId)
  if (!here.ok) return tellProblem(store, { title: appText.notRead, text: appText.unusable(here.failure.kind) })
  const mine = here.value
  const at = Date.now()
  const set = await stepsDone(adoptInSteps({ file, name: fileName, mine: mine ?? emptyChangeSet(), now: at }))
  if (mine === null && recordIn(set, file.planId) === undefined) return refuseFile({ store, name: fileName, text: appText.planSaysNothing })
  if (mine !== null && !(await stepsDone(mayComeInSteps(uniteChangeSets(mine, set).set)))) return refuseFile({ store, name: fileName, text: appText.tooMuch })
  const isAhead = stampsAhead({ set, known: mine?.knows ?? new Map(), now: at }).length > 0
  // a plan that was made or changed by hand is looked at before it is opened, as one that is merged is
  if (mine !== null || isAhead || file.byHand !== null) return store.setState({ overlay: { kind: 'mergeFile', file: { ...file, set }, asRead: file, fileName, mine, at } })
  const opening = await desk.open({ id: file.planId, fill: ({ plan }) => plan.getState().takeIn({ name: { action: 'fileMerged', subject: fileName }, theirs: set, edits: [] }) })
  if (opening === 'new') onNew(file)
  // another file of it was opened meanwhile: then this one is merged like any other
  if (opening === 'open') await takePlanFile({ store, desk, onNew, file, fileName })
}

/** Says why a file was not opened, and that nothing was changed. */
export function refuseFile({ store, name, text }: { readonly store: AppStore; readonly name: string; readonly text: string }): void {
  tellProblem(store, { title: appText.fileRefused(name), text: `${asSentence(text)} ${appText.unchanged}` })
}

/** By its name where that says so, else by its first character: a plan may come as `.txt`, and wikitext may begin with a template, a table or a link. */
function looksLikeJson({ name, text }: Extract<OpenedFile, { readonly ok: true }>): boolean {
  const start = text.slice(0, 1_000).trimStart()
  return /\.(?:json|qdeck)$/i.test(name) || /^(?:\{(?![{|])|\[(?!\[))/.test(start) || start === ''
}

function asSentence(text: string): string {
  return /[.!?…)]$/.test(text) ? text : `${text}.`
}
