import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')
const everyday = tokens.slice(0, tokens.indexOf('@media'))
const contrast = /@media \(prefers-contrast: more\) \{(.*?)\n\}/s.exec(tokens)?.[1] ?? ''

const surfaces = ['canvas', 'panel', 'card', 'hover', 'selected']
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'danger', ...[...everyday.matchAll(/--(status-[\w-]+):/g)].map(([, name = '']) => name)]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const usual = colors({ css: everyday, theme })
  const strong = { ...usual, ...colors({ css: contrast, theme }) }

  test('[U60] each colour of text reaches 4.5:1 on each surface', () => {
    expect(inks.filter((name) => name.startsWith('status-'))).toHaveLength(7)
    expect(weak({ of: usual, inks, least: 4.5 })).toEqual([])
    expect(ratio(usual['on-accent'], usual.accent)).toBeGreaterThanOrEqual(4.5)
    expect(ratio(usual['on-accent'], usual['accent-strong'])).toBeGreaterThanOrEqual(4.5)
  })

  test('[U60] what is told apart by its outline alone reaches 3:1 on the surfaces controls stand on', () => {
    const stands = ['canvas', 'panel', 'card']
    expect(stands.filter((surface) => ratio(usual['line-control'], usual[surface]) < 3)).toEqual([])
    expect(stands.filter((surface) => ratio(usual.accent, usual[surface]) < 3)).toEqual([])
  })

  test('[U60] who asks for more contrast has 7:1 in text and 3:1 in every line', () => {
    expect(weak({ of: strong, inks: ['ink', 'ink-2', 'ink-3'], least: 7 })).toEqual([])
    expect(weak({ of: strong, inks: ['line', 'line-strong', 'line-control'], least: 3 })).toEqual([])
  })
})

function weak({ of, inks: names, least }: { readonly of: Readonly<Record<string, string>>; readonly inks: readonly string[]; readonly least: number }): readonly string[] {
  return names.flatMap((ink) => surfaces.filter((surface) => !(ratio(of[ink], of[surface]) >= least)).map((surface) => `${ink} on ${surface}: ${ratio(of[ink], of[surface]).toFixed(2)}`))
}

function colors({ css, theme }: { readonly css: string; readonly theme: 'light' | 'dark' }): Readonly<Record<string, string>> {
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
  return Object.fromEntries(pairs.map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]))
}

/** Contrast as WCAG 2.2 defines it; NaN where a colour is missing. */
function ratio(one: string | undefined, other: string | undefined): number {
  const [dark = Number.NaN, light = Number.NaN] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex = ''): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
