import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  cacheDir: resolve(root, 'node_modules/.cache/vitest'),
  plugins: [react()],
  test: {
    api: { host: '127.0.0.1' },
    // not a measure of speed: what is waited for may take its time on a busy machine
    expect: { poll: { timeout: 8_000 } },
    // A program that ends before Playwright has heard of it leaves a promise within Playwright that nobody waits for; the
    // specs that let one fail look at the answer they get.
    onUnhandledError: ({ message }) => message !== 'Process failed to launch!',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          // not a measure of speed: it ends what hangs, and a busy machine may take its time
          testTimeout: 180_000,
          // left to itself it would leave a core to whoever waits
          maxWorkers: '100%',
          // A third of the time went by loading the same modules anew for each file. What a file changes outside of itself it
          // puts back.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          setupFiles: ['test/e2e/no-strays.ts'],
          // as above: a test with ten looks by axe takes a minute where twenty others want the same two cores
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file starts a Chromium of its own, and most of the time waits for it; more than two make all of them late.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'exchange',
          environment: 'node',
          include: ['test/exchange/**/*.exchange.ts'],
          globalSetup: ['test/exchange/setup.ts'],
          setupFiles: ['test/e2e/no-strays.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // real servers and real browsers that are measured: one at a time
          fileParallelism: false,
        },
      },
    ],
  },
})
