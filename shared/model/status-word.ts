import { isStatus, type Status } from './status.ts'

/** A word by which pages of a team call a status. */
export interface StatusWordOfPlan {
  readonly word: string
  readonly status: Status
}

/** As the member of `plan.statusWords`: `Fertig=done`. */
export function formatStatusWord({ word, status }: StatusWordOfPlan): string {
  return `${word}=${status}`
}

/** What a member says; null for one that says nothing. */
export function parseStatusWord(member: string): StatusWordOfPlan | null {
  const at = member.lastIndexOf('=')
  const [word, status] = [member.slice(0, Math.max(at, 0)).trim(), member.slice(at + 1)]
  return word === '' || !isStatus(status) ? null : { word, status }
}
