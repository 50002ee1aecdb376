/** How keys of the command registry (tinykeys) are called in Electron's menus, where the two differ. */
const names: ReadonlyMap<string, string> = new Map([
  ['$mod', 'CommandOrControl'],
  ['Meta', 'Super'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['Escape', 'Esc'],
  ['+', 'Plus'],
])

/** Those that are called the same. */
const same = ['Control', 'Alt', 'Shift', 'Enter', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Space']

const modifiers = ['$mod', 'Control', 'Meta', 'Alt']

/**
 * Keys as the registry writes them (`$mod+Shift+z`, `Alt+ArrowUp`, `c`) as an accelerator that a menu can show, or null.
 *
 * The menu must never *listen* for them: the page does, and it knows whether a person is typing. Linux and Windows can
 * be told so (`registerAccelerator`); macOS cannot, so there a key without Control, Alt or Command is left out, or no
 * `c` could be typed any more. Sequences (`g b`) are left out everywhere.
 */
export function acceleratorOf(options: { readonly keys: string | null; readonly platform: string }): string | null {
  if (options.keys === null) return null
  const parts = options.keys.split(/\+(?=.)/)
  if (options.platform === 'darwin' && !parts.some((part) => modifiers.includes(part))) return null
  const translated = parts.map(keyName)
  return translated.every((part) => part !== null) ? translated.join('+') : null
}

function keyName(part: string): string | null {
  const named = names.get(part) ?? /^(?:Key|Digit)([A-Z\d])$/.exec(part)?.[1] ?? null
  if (named !== null) return named
  if (same.includes(part) || /^F(?:[1-9]|1\d|2[0-4])$/.test(part)) return part
  return /^[!-~]$/.test(part) ? part.toUpperCase() : null
}
