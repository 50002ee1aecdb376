/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** A list of whatever; `Array.isArray` alone would say a list of `any`. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

export function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return isList(value) && value.every(isItem)
}

/** What a text says as JSON; undefined of one that is none, and of what is no text. */
export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
