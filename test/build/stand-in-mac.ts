import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { madeProgram } from './stand-in.ts'

const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)']

/** A folder laid out like Electron's runtime for macOS, with both halves of a universal program. */
export async function makeMacRuntime(folder: string): Promise<string> {
  const contents = join(folder, 'Electron.app/Contents')
  const put = async (path: string, content: string | Buffer): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  await put(join(contents, 'Info.plist'), described('Electron'))
  await put(join(contents, 'MacOS/Electron'), 'stand-in')
  await put(join(contents, 'Resources/electron.icns'), 'stand-in')
  await put(join(contents, 'Frameworks/Electron Framework.framework/Electron Framework'), Buffer.concat([madeProgram({ fuses: 9 }), madeProgram({ fuses: 9 })]))
  for (const helper of helpers) {
    const inside = join(contents, `Frameworks/Electron Helper${helper}.app/Contents`)
    await put(join(inside, 'Info.plist'), described(`Electron Helper${helper}`))
    await put(join(inside, `MacOS/Electron Helper${helper}`), 'stand-in')
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) await put(join(folder, name), 'stand-in')
  return folder
}

function described(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string><key>CFBundleName</key><string>${name}</string></dict></plist>
`
}
