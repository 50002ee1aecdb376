/** A small source text at a place in the tree, and what must stop it; none for a control that must pass. */
export interface Probe {
  readonly about: string
  readonly file: string
  readonly text: string
  readonly stop?: string
}

/** Fences of the compiler: what exists in a layer. */
export const compilerProbes: readonly (Probe & { readonly id: string })[] = [
  { id: '[H1]', about: 'shared/ sees no window', file: 'shared/dom.ts', text: 'export const a = window.name', stop: 'TS2304' },
  { id: '[H1]', about: 'shared/ sees no process', file: 'shared/node.ts', text: 'export const a = process.cwd()', stop: 'TS2591' },
  { id: '[H1]', about: 'shared/ sees no Node module', file: 'shared/module.ts', text: "export { readFile } from 'node:fs/promises'", stop: 'TS2591' },
  { id: '[H1]', about: 'shared/ sees no console and no timer', file: 'shared/timer.ts', text: 'export const a = setTimeout', stop: 'TS2304' },
  { id: '[H1]', about: 'shared/ sees the language', file: 'shared/plain.ts', text: "export const a = new Map([['a', 1]]).get('a') ?? 'b'.isWellFormed()" },
  { id: '[H2]', about: 'renderer/ sees no process', file: 'renderer/node.ts', text: 'export const a = process.cwd()', stop: 'TS2591' },
  { id: '[H2]', about: 'renderer/ sees the document', file: 'renderer/dom.ts', text: 'export const a = document.title' },
  { id: '[H2]', about: 'electron/main sees no document', file: 'electron/main/dom.ts', text: 'export const a = document.title', stop: 'TS2584' },
  { id: '[H2]', about: 'electron/main sees Node', file: 'electron/main/node.ts', text: 'export const a = process.cwd()' },
  { id: '[H2]', about: 'the preload sees no process', file: 'electron/preload/node.ts', text: 'export const a = process.cwd()', stop: 'TS2591' },
  { id: '[H2]', about: 'the preload sees the document', file: 'electron/preload/dom.ts', text: 'export const a = document.title' },
  { id: '[H3]', about: 'an index may miss', file: 'shared/index-access.ts', text: 'export const a: number = [1][0]', stop: 'TS2322' },
  { id: '[H3]', about: 'absent and undefined differ', file: 'shared/optional.ts', text: 'export const a: { b?: string } = { b: undefined }', stop: 'TS2375' },
  { id: '[H3]', about: 'a type is imported as a type', file: 'shared/type-import.ts', text: "import { A } from './a-type.ts'\nexport const a: A = 1", stop: 'TS1484' },
  { id: '[H3]', about: '(the type it imports)', file: 'shared/a-type.ts', text: 'export type A = number' },
  { id: '[H3]', about: 'Node can run the source: no enum', file: 'shared/enum.ts', text: 'export enum A { B }', stop: 'TS1294' },
  { id: '[H3]', about: 'nothing is left unused', file: 'shared/unused.ts', text: 'export function a(b: number): number {\n  const c = 1\n  return b\n}', stop: 'TS6133' },
  { id: '[H3]', about: 'a layer reaches another by its reference', file: 'renderer/data/uses-shared.ts', text: "import type { A } from '../../shared/a-type.ts'\nexport const a: A = 1" },
]

const aShared = { about: '(a file of shared/)', file: 'shared/model/word.ts', text: "export const word = 'w'\nexport type Word = 'a' | 'b'" }

/** Arrows of the lint: who may import whom. */
export const arrowProbes: readonly Probe[] = [
  aShared,
  ...arrow('renderer/ui/button.ts', ['renderer/text/words.ts', '@base-ui/react/dialog'], ['shared/model/word.ts', 'renderer/state/store.ts', 'renderer/features/board/board.ts', 'zustand']),
  ...arrow('renderer/features/board/board.ts', ['renderer/ui/button.ts', 'renderer/state/store.ts', 'renderer/host/host.ts', 'shared/model/word.ts', 'react'], ['renderer/features/goal/goal.ts', 'renderer/data/log.ts', 'renderer/app/app.ts', 'dexie', 'electron']),
  ...arrow('renderer/features/goal/goal.ts', [], []),
  ...arrow('renderer/state/store.ts', ['renderer/data/log.ts', 'shared/model/word.ts', 'zustand/vanilla'], ['renderer/features/goal/goal.ts', 'renderer/app/app.ts', 'renderer/ui/button.ts', 'dexie']),
  ...arrow('renderer/data/log.ts', ['shared/model/word.ts', 'dexie'], ['renderer/state/other.ts', 'renderer/host/host.ts', 'react', 'electron', 'node:fs']),
  ...arrow('renderer/state/other.ts', [], []),
  ...arrow('renderer/host/host.ts', ['shared/model/word.ts'], ['renderer/features/goal/goal.ts', 'renderer/state/other.ts', 'electron', 'electron/preload/bridge.ts']),
  ...arrow('renderer/text/words.ts', ['shared/model/word.ts'], ['renderer/ui/leaf.ts', 'react']),
  ...arrow('renderer/ui/leaf.ts', [], []),
  ...arrow('renderer/app/app.ts', ['renderer/features/goal/goal.ts', 'renderer/data/log.ts', 'renderer/ui/leaf.ts'], ['electron/main/window.ts', 'dexie']),
  ...arrow('electron/main/window.ts', ['shared/model/word.ts', 'electron', 'node:fs'], ['renderer/text/words.ts', 'electron/preload/bridge.ts', 'react', 'dexie']),
  ...arrow('electron/cli/show.ts', ['shared/model/word.ts', 'node:fs'], ['electron/main/window.ts', 'electron', 'renderer/text/words.ts']),
  ...arrow('electron/preload/bridge.ts', ['shared/bridge/names.ts', 'electron'], ['shared/model/word.ts', 'electron/main/leaf.ts', 'node:fs']),
  ...arrow('electron/main/leaf.ts', [], []),
  ...arrow('shared/bridge/names.ts', ['valibot', 'shared/model/word.ts'], ['electron/main/leaf.ts', 'renderer/ui/leaf.ts', 'react', 'nanoid', 'electron', 'node:fs']),
]

/** One file of a layer with one allowed import per line, and beside it one file per import that must be stopped. */
function arrow(file: string, allowed: readonly string[], stopped: readonly string[]): readonly Probe[] {
  const folder = file.slice(0, file.lastIndexOf('/'))
  return [
    { about: `${folder} imports ${allowed.join(', ') || 'nothing'}`, file, text: `${allowed.map((to) => `import '${specifier(folder, to)}'`).join('\n')}\nexport const word = 'w'` },
    ...stopped.map((to, at) => ({ about: `${folder} does not import ${to}`, file: file.replace(/\.ts$/, `-${at}.ts`), text: `import '${specifier(folder, to)}'`, stop: 'quarterdeck(arrows)' })),
  ]
}

function specifier(folder: string, to: string): string {
  return to.endsWith('.ts') ? `${'../'.repeat(folder.split('/').length)}${to}` : to
}

/** Ways in which an import could slip past a rule that only reads `import … from`. */
export const detourProbes: readonly Probe[] = [
  detour('import()', "export const a = () => import('dexie')"),
  detour('a type', "import type { Table } from 'dexie'\nexport type A = Table"),
  detour('a type in import()', "export type A = import('dexie').Table"),
  detour('a re-export', "export { Dexie } from 'dexie'"),
  detour('a re-export of all', "export * from 'dexie'"),
  detour('a file inside a package', "import 'dexie/dist/dexie.mjs'"),
  detour('a path that goes round', "import '../../renderer/ui/../../shared/model/word.ts'"),
  detour('a query behind the path', "import '../../shared/model/word.ts?worker'"),
  detour('a specifier made at run time', 'export const a = (name: string) => import(name) as Promise<unknown>'),
  detour('a path into node_modules', "import '../../node_modules/dexie/dist/dexie.mjs'"),
]

function detour(about: string, text: string): Probe {
  return { about, file: `renderer/ui/detour-${about.replaceAll(/\W+/g, '-')}.ts`, text, stop: 'quarterdeck(arrows)' }
}
