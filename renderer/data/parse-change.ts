import type { Change } from '../../shared/changes/change.ts'
import { isStamp } from '../../shared/changes/stamp.ts'
import { isJsonValue, isObject, isPlainObject } from '../../shared/file/json-value.ts'
import { isRecordId } from '../../shared/model/ids.ts'

/**
 * Whether a value is a change that can be stored and read back. Which fields a record has, and what they may hold,
 * isn't asked: a newer app may know more, and what this one doesn't understand reads as empty (`record-spec.ts`).
 * The same question is put before writing, so that nothing is written that could not be opened again.
 */
export function isChange(value: unknown): value is Change {
  if (!isObject(value) || !isStamp(value['at']) || !isRecordId(value['on'])) return false
  const set = value['set']
  return isPlainObject(set) && Object.keys(set).every((field) => isStorableField(field) && isJsonValue(set[field]))
}

/** Any name but the one that would change what an object inherits; fields are copied by name. */
export function isStorableField(field: unknown): field is string {
  return typeof field === 'string' && field !== '__proto__'
}
