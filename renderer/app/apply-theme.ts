import type { Theme } from '../../shared/bridge/contract.ts'

/** Shows the page in a theme; `system` follows the computer. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
