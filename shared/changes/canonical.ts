import type { Value } from './change.ts'

/** JSON with object keys sorted by code unit: equal values give equal text, on every computer. */
export function canonicalJson(value: Value): string {
  return JSON.stringify(sortKeys(value))
}

function sortKeys(value: Value): Value {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(sortKeys)
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sortKeys(value[key] ?? null)]),
  )
}

// Array.isArray doesn't narrow a readonly array away from an object type
function isList(value: Value & object): value is readonly Value[] {
  return Array.isArray(value)
}

export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a === null || b === null) return false
  return typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b)
}
