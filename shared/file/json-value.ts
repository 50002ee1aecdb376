import type { Value } from '../changes/change.ts'
import { limits } from './limits.ts'

/**
 * Whether a value is JSON that can be written and read back: `1e999` parses to a number that no JSON can hold,
 * IndexedDB also holds dates, maps and files, and what nests too deep can't be shared.
 */
export function isJsonValue(value: unknown, depth = 1): value is Value {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth > limits.valueDepth) return false
  if (Array.isArray(value)) return value.every((item) => isJsonValue(item, depth + 1))
  return isPlainObject(value) && Object.values(value).every((part) => isJsonValue(part, depth + 1))
}

/** An object of names and values, and nothing with a nature of its own. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.prototype.toString.call(value) === '[object Object]'
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
