import { dirname, relative, resolve } from 'node:path'
import { type Layer, layers } from './layers.ts'

const root = resolve(import.meta.dirname, '../..')

interface Literal { readonly type: string; readonly value?: unknown }
interface ImportingNode { readonly type: string; readonly source?: Literal | null; readonly argument?: Literal; readonly callee?: { readonly name?: string }; readonly arguments?: readonly Literal[] }
interface RuleContext {
  readonly filename: string
  report(problem: { readonly node: ImportingNode; readonly message: string }): void
}

/**
 * Lint rule `quarterdeck/arrows`: each layer imports only what its line in `layers.ts` allows.
 * Specifiers are resolved against the file, so no spelling of a path escapes; types, re-exports,
 * `import()` and `require()` count as imports.
 */
const arrows = {
  meta: { type: 'problem' as const },
  create(context: RuleContext) {
    const from = relative(root, context.filename).replaceAll('\\', '/')
    const layer = layerOf(dirname(from))
    if (layer === undefined) return {}
    const check = (node: ImportingNode, specifier: Literal | null | undefined): void => {
      if (specifier === null || specifier === undefined) return
      if (typeof specifier.value !== 'string') {
        context.report({ node, message: `${layer.folder} imports something only known at run time, so its arrow cannot be checked.` })
        return
      }
      if (!isAllowed({ layer, from, specifier: specifier.value })) {
        context.report({ node, message: `${layer.folder} may not import '${specifier.value}': ${layer.why}.` })
      }
    }
    return {
      ImportDeclaration: (node: ImportingNode) => check(node, node.source),
      ExportNamedDeclaration: (node: ImportingNode) => check(node, node.source),
      ExportAllDeclaration: (node: ImportingNode) => check(node, node.source),
      ImportExpression: (node: ImportingNode) => check(node, node.source),
      TSImportType: (node: ImportingNode) => check(node, node.source ?? node.argument),
      CallExpression: (node: ImportingNode) => {
        if (node.callee?.name === 'require') check(node, node.arguments?.[0])
      },
    }
  },
}

export default { meta: { name: 'quarterdeck' }, rules: { arrows } }

function isAllowed({ layer, from, specifier }: { readonly layer: Layer; readonly from: string; readonly specifier: string }): boolean {
  const bare = specifier.replace(/\?.*$/, '')
  if (!bare.startsWith('.')) return layer.packages.some((name) => packageFits(name, bare))
  const target = dirname(relative(root, resolve(root, dirname(from), bare))).replaceAll('\\', '/')
  const there = layerOf(target)
  // An entry opens a folder, not the layers further in that have lines of their own.
  return layer.folders.some((entry) => fits(entry, target) && depth(there?.folder ?? '') <= depth(entry))
}

/** The layer of a folder, with `<one>` and `*` replaced by the names that stand there. */
function layerOf(folder: string): Layer | undefined {
  return layers
    .map((layer) => named(layer, folder))
    .filter((layer) => fits(layer.folder, folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

function named(layer: Layer, folder: string): Layer {
  const parts = folder.split('/')
  const at = layer.folder.split('/').indexOf('<one>')
  const one = at < 0 ? undefined : parts[at]
  if (one === undefined) return layer
  const fill = (text: string): string => text.replace('<one>', one)
  return { ...layer, folder: fill(layer.folder), folders: layer.folders.map(fill) }
}

/** Whether `entry` is `folder` or one above it; `*` in the entry stands for any one name. */
function fits(entry: string, folder: string): boolean {
  const names = folder.split('/')
  return entry.split('/').every((name, at) => name === names[at] || (name === '*' && names[at] !== undefined))
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length
}

function packageFits(entry: string, specifier: string): boolean {
  if (entry === 'node:*') return specifier.startsWith('node:')
  if (entry.endsWith('/*')) return specifier.startsWith(entry.slice(0, -1))
  return specifier === entry || specifier.startsWith(`${entry}/`)
}
