import * as v from 'valibot'

/** Chance from a seed (mulberry32): the same seed gives the same calls on every computer. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const texts: readonly string[] = [
  '', '\u0000', '\ud800', 'a\udc00b', '\u202efdp.exe', '__proto__', 'constructor', '/etc/passwd', '..\\..\\secret', 'file:///etc/passwd', 'javascript:alert(1)',
  'file-AAAAAAAAAAAAAAAAAAAAA', 'file-../../../../../../etc', 'plan', 'dark', 'true', '1', 'null', '{"toString":1}', '<img src=x onerror=1>', '${7*7}', '\u2028', '😀'.repeat(300), 'x'.repeat(70_000),
]

const oddities: readonly (() => unknown)[] = [
  () => null, () => Number.NaN, () => -0, () => Number.POSITIVE_INFINITY, () => 2 ** 53, () => -1, () => 10n ** 30n, () => true, () => [], () => ({}),
  () => new Date(Number.NaN), () => /a/g, () => new Map([['kind', 'plan']]), () => new Set(['plan']), () => new ArrayBuffer(8), () => new Uint8Array([1, 2]), () => new Error('plan'),
  () => new String('plan'), () => new Boolean(true), () => bare(null), () => Array.from({ length: 5 }), () => parsed('{"__proto__":{"url":"https://example.org/","busy":true,"theme":"dark"}}'),
  () => bare({ url: 'https://example.org/', busy: true, theme: 'dark', kinds: ['plan'] }), () => Symbol('x'), () => () => 'x',
  () => new Proxy({}, { get: () => { throw new Error('secret of a proxy') }, ownKeys: () => { throw new Error('secret of a proxy') } }),
  () => Object.defineProperty({}, 'url', { enumerable: true, get: () => { throw new Error('secret of a getter') } }),
  () => { const circle: Record<string, unknown> = {}; circle['url'] = circle; circle['commands'] = [circle]; return circle },
  () => { const circle: unknown[] = []; circle.push(circle); return circle },
  () => nested(2_000), () => Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`key${at}`, at])),
]

/** An object with nothing of its own. */
function bare(prototype: object | null): unknown {
  return Object.create(prototype)
}

function parsed(text: string): unknown {
  return JSON.parse(text)
}

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? { kinds: value } : [value]
  return value
}

/** What calls made well have in their texts: names of kinds, of folders and files of copies and shares, tokens. */
const plausible: readonly string[] = ['plan', 'plan:a1', 'library', 'plan-a1', 'journal-0.log', 'file-AAAAAAAAAAAAAAAAAAAAA', 'folder-AAAAAAAAAAAAAAAAAAAAA', 'plan.json', 'replicas/k3m9x2p7qa.json']

/** Any value at all. */
export function oddValue(chance: () => number): unknown {
  const at = Math.floor(chance() * (oddities.length + texts.length))
  return at < oddities.length ? oddities[at]?.() : texts[at - oddities.length]
}

/**
 * A value that nearly fits a schema: of its shape, with one thing or more in it not as it should be. It may fit by
 * chance all the same, so who uses it asks the schema.
 */
export function nearlyFitting(schema: v.GenericSchema, chance: () => number): unknown {
  if (chance() < 0.15) return oddValue(chance)
  const kind = schema as unknown as { readonly type: string; readonly entries?: Record<string, v.GenericSchema>; readonly item?: v.GenericSchema; readonly wrapped?: v.GenericSchema; readonly options?: readonly unknown[] }
  if (kind.entries !== undefined) return nearlyObject(kind.entries, chance)
  if (kind.item !== undefined) return Array.from({ length: Math.floor(chance() * 3) }, () => nearlyFitting(kind.item as v.GenericSchema, chance))
  if (kind.wrapped !== undefined) return chance() < 0.3 ? null : nearlyFitting(kind.wrapped, chance)
  if (kind.options !== undefined) return kind.options[Math.floor(chance() * kind.options.length)]
  if (kind.type === 'boolean') return chance() < 0.5
  if (kind.type === 'number') return Math.floor(chance() * 10)
  const apt = kind.type === 'string' && chance() < 0.4 ? plausible.filter((text) => v.is(schema, text)) : []
  if (apt.length > 0) return apt[Math.floor(chance() * apt.length)]
  if (kind.type === 'string') return chance() < 0.7 ? plausible[Math.floor(chance() * plausible.length)] : texts[Math.floor(chance() * texts.length)]
  return chance() < 0.5 ? undefined : oddValue(chance)
}

function nearlyObject(entries: Readonly<Record<string, v.GenericSchema>>, chance: () => number): unknown {
  const made: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(entries)) {
    if (chance() > 0.1) made[chance() < 0.05 ? name.toUpperCase() : name] = nearlyFitting(schema, chance)
  }
  if (chance() < 0.4) made[['path', 'constructor', 'toString', 'filePath', '$where'][Math.floor(chance() * 5)] ?? 'path'] = oddValue(chance)
  return made
}
