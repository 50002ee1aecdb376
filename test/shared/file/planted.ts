import fc from 'fast-check'

/** Puts a value at some place of a JSON tree, wherever the numbers lead. */
export function planted(tree: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof tree !== 'object' || tree === null) return value
  if (Array.isArray(tree)) return tree.length === 0 ? [value] : tree.with(step % tree.length, planted(tree[step % tree.length], rest, value))
  const keys = Object.keys(tree)
  const key = keys[step % Math.max(keys.length, 1)]
  return key === undefined ? value : { ...tree, [key]: planted((tree as Readonly<Record<string, unknown>>)[key], rest, value) } // its keys were just listed
}

export const anyJunk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown[]>(null, '', -1, 1e308, true, [], {}, [[]], 'goal:a', 'plan:q', '__proto__', '\ud800', 'zzzzzzzzzz-zzz-zzzzzzzzzzz', { '*': 1 }, ['x', 1]),
)
