import { checkFormat, isNewer } from '../file/check-format.ts'
import { parseJsonFile } from '../file/parse-json-file.ts'
import { readName } from '../file/read-author.ts'
import { hasKind, isRecordId, type PlanId } from '../model/ids.ts'

/** The name by which the item is known that says which plan a mailbox holds. */
export const shareFormat = 'annual-plan-share'

const shareFormatVersion = 1

/** It is a few lines. */
export const mostShareBytes = 10_000

export type ReadShareItem = { readonly kind: 'share'; readonly planId: PlanId; readonly title: string } | { readonly kind: 'unread'; readonly why: 'half' | 'newer' | 'refused' }

/** The text that says which plan a mailbox holds: the same on every computer, but for the title. */
export function shareText({ planId, title }: { readonly planId: PlanId; readonly title: string }): string {
  return `${JSON.stringify({ format: shareFormat, version: shareFormatVersion, plan: planId, title: readName(title.toWellFormed()) }, null, 2)}\n`
}

/** Reads it, believing nothing. */
export function readShareItem(text: string): ReadShareItem {
  const parsed = text.length > mostShareBytes ? null : parseJsonFile({ json: text, holds: 'share' })
  if (parsed === null) return { kind: 'unread', why: 'refused' }
  if (!parsed.ok) return { kind: 'unread', why: 'half' }
  const raw = parsed.value
  if (checkFormat({ raw, format: shareFormat, version: shareFormatVersion, what: 'a share' }) !== null) {
    return { kind: 'unread', why: raw['format'] === shareFormat && isNewer(raw, shareFormatVersion) ? 'newer' : 'refused' }
  }
  const { plan } = raw
  return isRecordId(plan) && hasKind(plan, 'plan') ? { kind: 'share', planId: plan, title: readName(raw['title']) } : { kind: 'unread', why: 'refused' }
}

/** Whether a text says that this plan is shared where it lies. */
export function isShareOf(text: string, plan: string): boolean {
  const read = readShareItem(text)
  return read.kind === 'share' && read.planId === plan
}
