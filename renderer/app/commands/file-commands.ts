import type { Session } from '../../state/session.tsx'
import type { KeptSnapshot } from '../../state/snapshot-store.ts'
import type { UndoEntry } from '../../state/undo-entry.ts'
import { actionText } from '../../text/actions.ts'
import { commandText } from '../../text/commands.ts'
import { frozenLabel } from '../../text/snapshots.ts'
import { scopeInSight } from '../../parts/quarter-in-sight.ts'
import type { Command } from './command.ts'
import { isLookingBack } from './looking-back.ts'

export const fileCommands: readonly Command[] = [
  { id: 'plan.start', menu: 'file', group: 'plan', keys: ['g s'], isEnabled: ({ session }) => session !== null, run: ({ app }) => app.showStart() },
  { id: 'file.open', menu: 'file', group: 'open', keys: ['$mod+o'], inFields: true, run: ({ app }) => app.openFile() },
  { id: 'page.read', menu: 'file', group: 'open', keys: [], run: ({ app }) => app.readPage(null) },
  { id: 'file.export', menu: 'file', group: 'save', keys: ['$mod+e', '$mod+s'], inFields: true, isEnabled: ({ session }) => session !== null, run: ({ app }) => app.exportPlan() },
  { id: 'file.wikitext', menu: 'file', group: 'save', keys: [], isEnabled: ({ session }) => session !== null, run: ({ app }) => app.exportWikitext() },
  { id: 'snapshot.inSight', menu: 'file', group: 'save', keys: ['$mod+Shift+s'], inFields: true, isEnabled: ({ session }) => session !== null, subject: ({ session }) => (session === null ? null : frozenLabel(scopeInSight(session))), run: ({ app }) => app.takeSnapshot('inSight') },
  { id: 'snapshot.year', menu: 'file', group: 'save', keys: [], isEnabled: ({ session }) => session !== null && scopeInSight(session) !== 'year', run: ({ app }) => app.takeSnapshot('year') },
  {
    id: 'file.print',
    menu: 'file',
    group: 'print',
    keys: ['$mod+p'],
    inFields: true,
    isEnabled: ({ session }) => session !== null,
    run: ({ session }) => {
      session?.ui.getState().printGoal(null)
      window.print()
    },
  },
  { id: 'window.new', menu: 'file', group: 'window', keys: ['$mod+Shift+n'], inFields: true, run: ({ app }) => app.newWindow() },
  { id: 'plan.settings', menu: 'file', group: 'settings', keys: [], isEnabled: ({ session }) => session !== null && !isLookingBack(session), run: ({ session }) => session?.ui.getState().open({ kind: 'planSettings' }) },
  { id: 'app.settings', menu: 'file', group: 'settings', keys: ['$mod+,'], inFields: true, run: ({ app }) => app.showSettings() },
]

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    menu: 'edit',
    group: 'undo',
    keys: ['$mod+z'],
    isEnabled: ({ session }) => session !== null && (isLookingBack(session) ? removedSnapshot(session) !== undefined : session.plan.getState().undoable.length > 0),
    subject: ({ session }) => {
      const removed = session === null ? undefined : removedSnapshot(session)
      return removed === undefined ? subjectOf(session?.plan.getState().undoable) : commandText.removal(frozenLabel(removed.head.scope))
    },
    run: ({ session, app }) => {
      if (session !== null && removedSnapshot(session) !== undefined) app.bringBackSnapshot()
      else session?.plan.getState().undo()
    },
  },
  {
    id: 'edit.redo',
    menu: 'edit',
    group: 'undo',
    keys: ['$mod+Shift+z', '$mod+y'],
    isEnabled: ({ session }) => session !== null && !isLookingBack(session) && session.plan.getState().redoable.length > 0,
    subject: ({ session }) => subjectOf(session?.plan.getState().redoable),
    run: ({ session }) => session?.plan.getState().redo(),
  },
]

export const helpCommands: readonly Command[] = [
  { id: 'help.commands', menu: 'help', group: 'help', keys: ['$mod+k'], inFields: true, run: ({ app }) => app.showCommands() },
  { id: 'help.keys', menu: 'help', group: 'help', keys: ['[Shift]+?'], run: ({ app }) => app.showKeys() },
  { id: 'help.diagnostics', menu: 'help', group: 'about', keys: [], run: ({ app }) => app.copyDiagnostics() },
  { id: 'help.dataFolder', menu: 'help', group: 'about', keys: [], isEnabled: ({ app }) => app.showDataFolder !== null, run: ({ app }) => app.showDataFolder?.() },
  { id: 'help.about', menu: 'help', group: 'about', keys: [], run: ({ app }) => app.showAbout() },
]

/** On the screen of snapshots what was done last is done to these: the plan is only looked at there. */
function removedSnapshot({ ui, snapshots }: Session): KeptSnapshot | undefined {
  return ui.getState().screen === 'snapshots' ? snapshots.getState().removed.at(-1) : undefined
}

function subjectOf(steps: readonly UndoEntry[] | undefined): string | null {
  const step = steps?.at(-1)
  return step === undefined ? null : actionText(step.name)
}
