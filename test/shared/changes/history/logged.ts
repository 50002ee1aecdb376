import type { Exchange } from '../../../../shared/plan/exchange.ts'
import { noCells } from './cell-set.ts'
import { clockOf, type LogRow, type Window, type World } from './world.ts'

/** Puts a row into the log, and keeps in mind what was exchanged. */
export function note({ world, window, exchange, row }: { readonly world: World; readonly window: Window; readonly exchange: Exchange; readonly row?: Pick<LogRow, 'changes' | 'cells' | 'without' | 'gone'> }): void {
  const dated = { ...exchange, at: clockOf(world, window.computer) }
  window.exchanges = [...window.exchanges, dated]
  window.computer.log.push({ changes: [], cells: noCells(), ...row, exchange: dated, by: window })
}

/** What can be done again is gone with the next action. */
export function forgetRedo(window: Window): void {
  window.redoable = []
  window.session = { ...window.session, redoable: [] }
}
