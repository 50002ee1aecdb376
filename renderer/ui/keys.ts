const macGlyphs: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Meta: '⌃', Enter: '↩', Backspace: '⌫', Delete: '⌦', Esc: '⎋', Tab: '⇥' }
const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }
const ariaNames: Readonly<Record<string, string>> = { Ctrl: 'Control', Esc: 'Escape', Up: 'ArrowUp', Down: 'ArrowDown', Left: 'ArrowLeft', Right: 'ArrowRight' }

/** Takes keys as `Ctrl+Shift+Z` or `Ctrl++`; returns them one by one, the plus sign itself included. */
export function splitKeys(keys: string): readonly string[] {
  const parts = keys.split('+')
  return keys === '+' || keys.endsWith('++') ? [...parts.slice(0, -2), '+'] : parts
}

/** The keys as they stand on the keyboard; on a Mac `Ctrl` is the command key, as in the rest of the app. */
export function showKeys(options: { readonly keys: string; readonly mac: boolean }): readonly string[] {
  return splitKeys(options.keys).map((key) => (options.mac ? macGlyphs[key] : undefined) ?? arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

/** The keys for `aria-keyshortcuts`, so that a screen reader says them: `Control+Shift+Z`, on a Mac `Meta+Shift+Z`. */
export function ariaKeys(options: { readonly keys: string; readonly mac: boolean }): string {
  return splitKeys(options.keys)
    .map((key) => (key === 'Ctrl' && options.mac ? 'Meta' : key === '+' ? 'Plus' : (ariaNames[key] ?? key)))
    .join('+')
}
