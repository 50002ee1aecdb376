import { learn } from '../../shared/changes/knows.ts'
import { isStamp } from '../../shared/changes/stamp.ts'
import { isObject } from '../../shared/file/json-value.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { SeenPlan } from '../../shared/share/seen-plan.ts'
import { isCount, isListOf } from './raw-value.ts'

/** Where a plan is shared; no secret is in it. `token` tells the host which folder it is. */
export type SharePlace =
  | { readonly kind: 'folder'; readonly token: string; readonly name: string }
  /** @property address as a person may pass it on @property signsIn whether there are credentials, which lie elsewhere */
  | { readonly kind: 'server'; readonly address: string; readonly signsIn: boolean }

/** That a plan is shared from this computer. Losing it means to connect again, and nothing else. */
export interface ShareRecord {
  readonly plan: PlanId
  /** Tells this share from an earlier one of the plan. */
  readonly id: string
  readonly place: SharePlace
}

/** Reads a row, believing nothing; null where it says no share. */
export function readShareRecord({ row, plan }: { readonly row: unknown; readonly plan: PlanId }): ShareRecord | null {
  const value: unknown = isObject(row) ? row['value'] : null
  if (!isObject(value) || typeof value['id'] !== 'string') return null
  const place = readPlace(value['place'])
  return place === null ? null : { plan, id: value['id'], place }
}

/** Reads what was seen of a plan file, believing nothing; null where it is of another share, or says nothing whole. */
export function readSeenPlan({ row, share }: { readonly row: unknown; readonly share: string }): SeenPlan | null {
  const value: unknown = isObject(row) ? row['value'] : null
  if (!isObject(value) || value['share'] !== share) return null
  const { replica, version, bytes, knows, mark, at } = value
  if (typeof replica !== 'string' || typeof version !== 'string' || typeof mark !== 'string') return null
  return isCount(bytes) && typeof at === 'number' && isListOf(knows, isStamp) ? { replica, version, bytes, knows: learn(new Map(), knows), mark, at } : null
}

function readPlace(place: unknown): SharePlace | null {
  if (!isObject(place)) return null
  const { kind, token, name, address, signsIn } = place
  if (kind === 'folder') return typeof token === 'string' && typeof name === 'string' ? { kind, token, name } : null
  return kind === 'server' && typeof address === 'string' && typeof signsIn === 'boolean' ? { kind, address, signsIn } : null
}
