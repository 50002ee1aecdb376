/**
 * Values on their way between page and main, as text. Both ends call `structuredClone` first, so what Electron would
 * refuse is refused here; of what JSON lacks, only `undefined` is needed by the contract. Both functions also run in
 * the page, as text, so neither may use anything but itself.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(structuredClone(value), (_key, part: unknown) => (part === undefined ? { $undefined: true } : part))
}

export function fromWire(text: string): unknown {
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('$undefined' in value) return undefined
    if (Array.isArray(value)) return value.map(restore)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, restore(part)]))
  }
  return restore(JSON.parse(text))
}
