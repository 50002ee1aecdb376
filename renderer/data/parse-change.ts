import type { Change, Value } from '../../shared/changes/change.ts'
import { isStamp } from '../../shared/changes/stamp.ts'
import { isObject } from '../../shared/file/read-row.ts'
import { limits } from '../../shared/file/limits.ts'
import { isRecordId } from '../../shared/model/ids.ts'

/**
 * Whether a value is a change that can be stored and read back. Which fields a record has, and what they may hold,
 * isn't asked: a newer app may know more, and what this one doesn't understand reads as empty (`record-spec.ts`).
 * The same question is put before writing, so that nothing is written that could not be opened again.
 */
export function isChange(value: unknown): value is Change {
  if (!isObject(value) || !isStamp(value['at']) || !isRecordId(value['on'])) return false
  const set = value['set']
  return isPlain(set) && Object.keys(set).every((field) => isStorableField(field) && isStorableValue(set[field]))
}

/** Any name but the one that would change what an object inherits; fields are copied by name. */
export function isStorableField(field: unknown): field is string {
  return typeof field === 'string' && field !== '__proto__'
}

/** Whether a value is JSON, and nests no deeper than a file may. */
export function isStorableValue(value: unknown, depth = 1): value is Value {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth > limits.depth) return false
  if (Array.isArray(value)) return value.every((item) => isStorableValue(item, depth + 1))
  return isPlain(value) && Object.values(value).every((part) => isStorableValue(part, depth + 1))
}

/** IndexedDB also holds dates, maps and files, which JSON doesn't. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.prototype.toString.call(value) === '[object Object]'
}
