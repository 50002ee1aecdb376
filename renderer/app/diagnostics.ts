import type { AppInfo } from '../../shared/bridge/contract.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { valuesOf } from '../../shared/changes/sharded-map.ts'
import { checksumOf } from '../../shared/copies/checksum.ts'
import { kindOf, recordKinds } from '../../shared/model/ids.ts'
import type { Session } from '../state/session.tsx'
import type { AppState } from './app-store.ts'
import type { BrowserFacts } from './browser-facts.ts'

export interface Diagnosed {
  readonly kind: 'desktop' | 'browser'
  readonly info: AppInfo
  readonly state: AppState
  readonly browser: BrowserFacts
  readonly at: string
  readonly window: string
  readonly log: readonly string[]
}

/**
 * What helps to find a fault, as text to send: versions, counts, sizes, states and the last lines of the log. Nothing
 * that a person wrote is in it, and nothing that says who or where they are: of plans and records not even the ids,
 * which a script may make of titles, but a checksum by which two of these texts can be compared.
 */
export function diagnosticsText({ kind, info, state, browser, at, window, log }: Diagnosed): string {
  const { phase, plans, recent, preferences } = state
  const lines: readonly (readonly [string, string])[] = [
    ['release', `${info.name} ${info.version}, ${kind}`],
    ['runs on', [info.platform, ...info.runsOn].join(', ')],
    ['at', at],
    ['window', window],
    ['browser has', browser.has],
    ['storage', browser.room],
    ['preferences', `theme ${preferences.theme}, single keys ${preferences.singleKeys ? 'on' : 'off'}, paper ${preferences.paper}`],
    ['recent files', `${recent.length}, of them missing ${recent.filter(({ isMissing }) => isMissing).length}`],
    ['plans', String(plans.length)],
    ...plans.map((plan): readonly [string, string] => [`plan ${checksumOf(plan.id)}`, `${plan.goals} goals${plan.isSample ? ', sample' : ''}`]),
    ['shown', phase.kind === 'unusable' ? `unusable: ${phase.failure.kind}` : phase.kind],
    ...(phase.kind === 'plan' ? openLines(phase.opened.session) : []),
  ]
  return [...lines.map(([name, value]) => `${name}: ${value}`), ...(log.length === 0 ? [] : ['log:', ...log])].join('\n')
}

function openLines({ plan, ui, backups }: Session): readonly (readonly [string, string])[] {
  const { planId, view, saving, exchanges, undoable } = plan.getState()
  const failure = saving.kind === 'failed' ? `: ${saving.failure.kind}` : ''
  const { troubles, backups: listed, journalProvenAt } = backups.getState()
  const waiting = saving.kind === 'saved' ? '' : `, waiting ${saving.waiting}`
  return [
    ['open plan', checksumOf(planId)],
    ['screen', ui.getState().screen],
    ['saving', `${saving.kind}${failure}${waiting}`],
    ['second copy', `${troubles.journal?.reason ?? 'kept'}, ${journalProvenAt === null ? 'not proven yet' : 'proven'}`],
    ['backups', `${listed === null ? 'not listed' : listed.length}${troubles.backups === null ? '' : `, none made: ${troubles.backups.reason}`}`],
    ['records', countsOf(view.set.records)],
    ['cut from cycles', `${view.cutGoals.size}, orphans ${view.orphans.size}`],
    ['knows', `${view.set.knows.size} writers`],
    ['exchanges', String(exchanges.length)],
    ['can be undone', String(undoable.length)],
  ]
}

/** Kinds that a newer version has are counted without their name: a file can call them anything. */
function countsOf(records: ChangeSet['records']): string {
  const counts = new Map<string, number>()
  for (const { id } of valuesOf(records)) {
    const kind = recordKinds.find((each) => each === kindOf(id)) ?? 'other'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
}
