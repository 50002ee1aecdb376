/** Local storage as browsers have it: what is kept are properties of its own. */
export function fakeLocalStorage(before: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...before }
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => void (kept[key] = text),
    removeItem: (key: string) => void delete kept[key],
  }
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(kept, name, { value, enumerable: false })
  return kept
}
