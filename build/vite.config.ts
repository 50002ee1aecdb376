import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** What Electron and Node bring themselves; everything else is bundled, so that `dist/` needs no `node_modules`. */
const given = ['electron', /^electron\//, /^node:/, ...builtinModules]

/** A program that runs in Node: one entry, one file, no chunks beside it. */
const program = (options: { readonly entry: string; readonly file: string; readonly format: 'es' | 'cjs' }): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    outDir: resolve(root, 'dist', options.file, '..'),
    copyPublicDir: false,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    ssr: true,
    rolldownOptions: {
      input: resolve(root, options.entry),
      external: given,
      output: { format: options.format, entryFileNames: options.file.replace(/^.*\//, ''), codeSplitting: false },
    },
  },
})

export default defineConfig({
  root: resolve(root, 'renderer'),
  cacheDir: resolve(root, 'node_modules/.cache/vite'),
  // Both the custom scheme and the small static server serve the app at the root of an origin of its own.
  base: '/',
  plugins: [react()],
  server: { host: '127.0.0.1' },
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'dist/renderer'),
        emptyOutDir: true,
        target: ['chrome140', 'firefox140', 'safari18.2'],
        // The CSP has `font-src 'self'` and no inline script: nothing may become a data: URL or a polyfill.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        sourcemap: true,
        // read from the disk, in one piece, at the start: splitting would save nothing
        chunkSizeWarningLimit: 2_000,
      },
    },
    main: program({ entry: 'electron/main/main.ts', file: 'main/main.js', format: 'es' }),
    // A sandboxed preload can be nothing but one CommonJS file.
    preload: program({ entry: 'electron/preload/preload.ts', file: 'preload/preload.cjs', format: 'cjs' }),
    cli: program({ entry: 'electron/cli/plan.ts', file: 'cli/plan.js', format: 'es' }),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload', 'cli']) {
        const environment = builder.environments[name]
        if (environment === undefined) throw new Error(`no build environment is named ${name}`)
        await builder.build(environment)
      }
    },
  },
})
