import type { Probe } from './probes.ts'

/** Habits the lint insists on, each with the rule that must speak up. */
export const ruleProbes: readonly (Probe & { readonly id: string })[] = [
  { id: '[H6]', about: "two files don't import each other", file: 'shared/cycle-a.ts', text: "import { b } from './cycle-b.ts'\nexport const a = (): number => b()", stop: 'import(no-cycle)' },
  { id: '[H6]', about: 'nor in a larger round', file: 'shared/cycle-b.ts', text: "import { a } from './cycle-c.ts'\nexport const b = (): number => a()", stop: 'import(no-cycle)' },
  { id: '[H6]', about: 'the third of the round', file: 'shared/cycle-c.ts', text: "export { a } from './cycle-a.ts'", stop: 'import(no-cycle)' },
  { id: '[H6]', about: 'not even for a type', file: 'shared/type-a.ts', text: "import type { B } from './type-b.ts'\nexport interface A {\n  readonly b: B | null\n}", stop: 'import(no-cycle)' },
  { id: '[H6]', about: 'and the one that it is from', file: 'shared/type-b.ts', text: "import type { A } from './type-a.ts'\nexport interface B {\n  readonly a: A | null\n}", stop: 'import(no-cycle)' },

  { id: '[H7]', about: 'no clock', file: 'shared/clock.ts', text: 'export const a = Date.now()', stop: 'eslint(no-restricted-globals)' },
  { id: '[H7]', about: 'no Temporal.Now', file: 'shared/now.ts', text: "import { Temporal } from 'temporal-polyfill'\nexport const a = Temporal.Now.instant()", stop: 'eslint(no-restricted-properties)' },
  { id: '[H7]', about: 'no random', file: 'shared/random.ts', text: 'export const a = Math.random()', stop: 'eslint(no-restricted-properties)' },
  { id: '[H7]', about: 'no locale in sorting', file: 'shared/locale.ts', text: "export const a = 'a'.localeCompare('b')", stop: 'eslint(no-restricted-properties)' },
  { id: '[H7]', about: 'no Intl', file: 'shared/intl.ts', text: 'export const a = new Intl.Collator()', stop: 'eslint(no-restricted-globals)' },

  { id: '[H8]', about: 'no default export', file: 'shared/default.ts', text: 'export default 1', stop: 'import(no-default-export)' },
  { id: '[H8]', about: 'no any', file: 'shared/any.ts', text: 'export const a = (b: any): unknown => b', stop: 'typescript(no-explicit-any)' },
  { id: '[H8]', about: 'no use of what is any', file: 'shared/unsafe.ts', text: "export const a: string = JSON.parse('1')", stop: 'typescript(no-unsafe-assignment)' },
  { id: '[H8]', about: 'no `!`', file: 'shared/bang.ts', text: 'export const a = (b: string | null): string => b!', stop: 'typescript(no-non-null-assertion)' },
  { id: '[H8]', about: 'no promise left alone', file: 'shared/floating.ts', text: 'export function a(b: Promise<void>): void {\n  b.then(() => 1)\n}', stop: 'typescript(no-floating-promises)' },
  { id: '[H8]', about: 'a switch knows every case', file: 'shared/switch.ts', text: "export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n      break\n  }\n}", stop: 'typescript(switch-exhaustiveness-check)' },
  { id: '[H8]', about: 'no console', file: 'electron/main/console.ts', text: "console.log('a')", stop: 'eslint(no-console)' },
  { id: '[H8]', about: 'but the command line speaks', file: 'electron/cli/console.ts', text: "console.log('a')" },
  { id: '[H8]', about: 'no file over 300 lines', file: 'shared/long.ts', text: 'export {}\n'.repeat(301), stop: 'eslint(max-lines)' },

  { id: '[H9]', about: 'a hook is not called under a condition', file: 'renderer/ui/Hook.tsx', text: "import { useId } from 'react'\nexport const useA = (b: boolean): string => {\n  if (b) return ''\n  return useId()\n}", stop: 'react-hooks(rules-of-hooks)' },
  { id: '[H9]', about: 'a hook names what it depends on', file: 'renderer/ui/Deps.tsx', text: "import { useEffect } from 'react'\nexport const useA = (b: () => void): void => {\n  useEffect(() => b(), [])\n}", stop: 'react-hooks(exhaustive-deps)' },
  { id: '[H9]', about: 'no HTML from text in a component', file: 'renderer/ui/Danger.tsx', text: "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />", stop: 'react(no-danger)' },
  { id: '[H9]', about: 'nor in an element', file: 'renderer/ui/inner.ts', text: "export const a = (b: HTMLElement): void => {\n  b.innerHTML = ''\n}", stop: 'eslint(no-restricted-properties)' },
  { id: '[H9]', about: 'IndexedDB is for renderer/data', file: 'renderer/state/database.ts', text: 'export const a = indexedDB', stop: 'eslint(no-restricted-globals)' },
  { id: '[H9]', about: 'which may', file: 'renderer/data/database.ts', text: 'export const a = indexedDB' },
  { id: '[H9]', about: 'the preload asks no process, even where the types know one', file: 'electron/preload/env.ts', text: "import 'electron'\nexport const a = process.env", stop: 'eslint(no-restricted-properties)' },
  { id: '[H9]', about: 'but for whether its sandbox stands', file: 'electron/preload/sandboxed.ts', text: "import 'electron'\nexport const a = process.sandboxed" },
]
