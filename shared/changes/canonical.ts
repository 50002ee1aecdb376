import type { Value } from './change.ts'

/**
 * JSON with object keys sorted by code unit: equal values give equal text, on every computer. Written out
 * by hand since an object can't hold `10` before `9`, whatever order they are put in.
 */
export function canonicalJson(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map((part) => canonicalJson(part)).join(',')}]`
  const entries = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${entries.join(',')}}`
}

// Array.isArray doesn't narrow a readonly array away from an object type
function isList(value: Value & object): value is readonly Value[] {
  return Array.isArray(value)
}

/** Whether two values are the same JSON; so a number JSON can't hold (`1e999`, read as infinite) is null here as in a file. */
export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return false
  return canonicalJson(a) === canonicalJson(b)
}
