import { computerNameIn } from '../../shared/plan/stamp-source.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { recordText } from '../text/records.ts'

/** What people call a computer, as the plan tells it; else the beginning of its id. */
export function computerName(view: PlanView, replica: string): string {
  return nameOrId({ replica, name: computerNameIn(view.set, replica) })
}

/** What a computer says that it is called; else the beginning of its id. */
export function nameOrId({ replica, name }: { readonly replica: string; readonly name: string }): string {
  return name.trim() === '' ? recordText.computer(replica) : name
}
