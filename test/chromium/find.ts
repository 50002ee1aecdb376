import { type Browser, unpackChromium } from './unpack.ts'

/**
 * The browser for tests: the one named by `QUARTERDECK_CHROMIUM` (a path), else the one from npm.
 * The latter exists for Linux on x64 only.
 */
export async function findChromium(): Promise<Browser> {
  const own = process.env['QUARTERDECK_CHROMIUM']
  if (own !== undefined && own !== '') return { executablePath: own, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`There is no packed Chromium for ${process.platform} on ${process.arch}: name yours in QUARTERDECK_CHROMIUM.`)
  }
  return unpackChromium()
}
