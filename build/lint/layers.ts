/** What one part of the tree may import: other parts by folder, packages by name (`node:*` means every Node module). */
export interface Layer {
  /** Folder from the root of the repository; the longest that fits a file is its layer. `<one>` stands for each folder there, apart from its neighbours. */
  readonly folder: string
  readonly folders: readonly string[]
  readonly packages: readonly string[]
  readonly why: string
}

const pure = ['valibot', 'fractional-indexing', 'temporal-polyfill', '@noble/hashes', 'marked', 'diff']
const view = ['react', 'react-dom', '@base-ui/react', 'lucide-react', 'tinykeys', '@tanstack/react-virtual', '@atlaskit/*', '@fontsource-variable/inter']

/** The arrows of the code base: `app -> features -> state -> data -> shared <- electron`, and `features -> ui`. */
export const layers: readonly Layer[] = [
  { folder: 'shared', folders: ['shared'], packages: pure, why: 'it is the product as values: no input, clock, random, locale, framework or DOM' },

  { folder: 'electron', folders: ['electron', 'shared'], packages: ['node:*', ...pure], why: 'what main and the command line share must run in plain Node' },
  { folder: 'electron/main', folders: ['electron', 'electron/main', 'shared'], packages: ['electron', 'node:*', ...pure, 'nanoid'], why: 'main meets the renderer only in shared/bridge' },
  { folder: 'electron/cli', folders: ['electron', 'electron/cli', 'shared'], packages: ['node:*', ...pure], why: 'it runs without Electron' },
  { folder: 'electron/preload', folders: ['electron/preload', 'shared/bridge'], packages: ['electron'], why: 'a sandboxed preload has no Node, and nothing to decide' },

  { folder: 'renderer', folders: ['renderer', 'renderer/app'], packages: view, why: 'the entry only starts the app' },
  {
    folder: 'renderer/app',
    folders: ['renderer', 'renderer/app', 'renderer/features/*', 'renderer/parts', 'renderer/state', 'renderer/data', 'renderer/host', 'renderer/ui', 'renderer/text', 'shared'],
    packages: [...view, ...pure, 'zustand', 'nanoid'],
    why: 'it is the one place where all parts are put together',
  },
  {
    folder: 'renderer/features/insights',
    folders: ['renderer/features/insights', 'renderer/parts', 'renderer/state', 'renderer/host', 'renderer/ui', 'renderer/text', 'shared'],
    packages: [...view, ...pure, 'zustand', 'd3-scale', 'd3-shape'],
    why: 'it alone draws charts, so it alone has scales and shapes; else it is a feature like the others',
  },
  {
    folder: 'renderer/features/<one>',
    folders: ['renderer/features/<one>', 'renderer/parts', 'renderer/state', 'renderer/host', 'renderer/ui', 'renderer/text', 'shared'],
    packages: [...view, ...pure, 'zustand'],
    why: 'a feature can be removed without another noticing, and does not know how the plan is stored',
  },
  { folder: 'renderer/parts', folders: ['renderer/parts', 'renderer/state', 'renderer/ui', 'renderer/text', 'shared'], packages: [...view, ...pure, 'zustand'], why: 'it is what several features show of the plan, and knows none of them' },
  { folder: 'renderer/state', folders: ['renderer/state', 'renderer/data', 'renderer/text', 'shared'], packages: [...pure, 'zustand', 'nanoid', 'react'], why: 'stores take what they need and know no screen' },
  { folder: 'renderer/data', folders: ['renderer/data', 'shared'], packages: [...pure, 'dexie', 'nanoid'], why: 'storage is the only user of Dexie, and knows nothing but the product' },
  { folder: 'renderer/host', folders: ['renderer/host', 'renderer/text', 'shared'], packages: [...pure, 'nanoid', '@nats-io/nats-core', '@nats-io/jetstream'], why: 'it is what the app stands on, so it cannot know the app' },
  { folder: 'renderer/ui', folders: ['renderer/ui', 'renderer/text'], packages: view, why: 'it has no domain words, so that it serves every screen' },
  { folder: 'renderer/text', folders: ['renderer/text', 'shared'], packages: pure, why: 'sentences depend on the words of the product and on nothing else' },
]
