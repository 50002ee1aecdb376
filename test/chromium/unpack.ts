import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache')
const parcel = resolve(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')

/** What is needed to start a browser: the program, and what must be in its environment. */
export interface Browser {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * The Chromium that came with `npm ci`, unpacked once per version (about 210 MB, some seconds) below `node_modules/.cache`.
 * It appears there in one rename, so a run that is stopped, or two at the same time, never leave half a browser.
 */
export async function unpackChromium(): Promise<Browser> {
  const home = join(cache, `chromium-${parcelVersion()}`)
  if (!existsSync(home)) await unpackInto(home)
  return {
    executablePath: join(home, 'chromium'),
    env: {
      // nss, nspr and expat, which a bare Debian lacks, come in the parcel as well.
      LD_LIBRARY_PATH: join(home, 'libraries/lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  }
}

async function unpackInto(home: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'chromium-unpacking-'))
  try {
    await Promise.all([
      pipeline(packed('chromium.br'), createBrotliDecompress(), createWriteStream(join(draft, 'chromium'), { mode: 0o755 })),
      pipeline(packed('swiftshader.tar.br'), createBrotliDecompress(), extract(draft)),
      pipeline(packed('al2023.tar.br'), createBrotliDecompress(), extract(join(draft, 'libraries'))),
      pipeline(packed('fonts.tar.br'), createBrotliDecompress(), extract(join(draft, 'fonts'))),
      writeFile(join(draft, 'fonts.conf'), fontsConf(home)),
    ])
    await rename(draft, home)
  } catch (problem) {
    await rm(draft, { recursive: true, force: true })
    // Another run was first: its browser is the same.
    if (!existsSync(home)) throw problem
  }
}

function packed(name: string): NodeJS.ReadableStream {
  return createReadStream(join(parcel, 'bin', name))
}

function parcelVersion(): string {
  const { version } = JSON.parse(readFileSync(join(parcel, 'package.json'), 'utf8')) as { readonly version: string }
  return version
}

/** Without a font the browser's renderer crashes, and a bare machine has neither fonts nor a configuration. */
function fontsConf(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`
}
