import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Platform } from 'electron-builder'
import { describe, expect, test } from 'vitest'
import { packageConfiguration, planType } from '../../build/package/configuration.ts'

const root = resolve(import.meta.dirname, '../..')
const configuration = packageConfiguration({ app: '/app', output: '/out', electron: '45.4.1' })

describe('[Y8] packages are made for three systems', () => {
  test('each in its own form', () => {
    expect([configuration.linux?.target, configuration.mac?.target, configuration.win?.target]).toEqual([['AppImage', 'deb'], [{ target: 'dmg', arch: ['universal'] }], ['nsis']])
    expect([Platform.LINUX.name, configuration.linux?.category, configuration.mac?.category]).toEqual(['linux', 'Office', 'public.app-category.productivity'])
    expect(configuration.artifactName).toContain('${version}-${os}-${arch}')
  })

  test('none uploads anything or asks for updates', () => {
    expect(configuration.publish).toBe(null)
  })

  test('Windows installs it for one person, asks for no administrator, and leaves the plans when it goes', () => {
    expect(configuration.nsis).toMatchObject({ perMachine: false, packElevateHelper: false, deleteAppDataOnUninstall: false })
    expect(configuration.win?.requestedExecutionLevel).toBe('asInvoker')
  })

  test('macOS hardens its runtime, and the app asks for no right but the one V8 needs', () => {
    expect(configuration.mac?.hardenedRuntime).toBe(true)
    const entitlements = readFileSync(join(root, 'build/package/entitlements.plist'), 'utf8')
    expect([...entitlements.matchAll(/<key>([^<]*)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit'])
  })

  test('no entry of a menu starts it without its sandbox', () => {
    expect(configuration.linux?.executableArgs).toEqual([])
  })
})

test('[Y9] each system knows what a .qdeck file is, under a name that does not change', () => {
  expect(planType).toEqual({ ending: 'qdeck', name: 'Quarterdeck plan', mediaType: 'application/x-quarterdeck+json', uniform: 'app.quarterdeck.planner.plan' })
  expect(configuration.appId).toBe('app.quarterdeck.planner')
  expect(configuration.fileAssociations).toEqual([expect.objectContaining({ ext: 'qdeck', mimeType: planType.mediaType, role: 'Editor' })])
  expect(configuration.mac?.extendInfo).toEqual({ UTExportedTypeDeclarations: [expect.objectContaining({ UTTypeIdentifier: planType.uniform, UTTypeConformsTo: ['public.json'] })] })
})

describe('[Y10] the icon is there in every size a system asks for', () => {
  const widthOf = (png: Buffer): number => png.readUInt32BE(16)

  test('as pictures for Linux', () => {
    const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
    expect(sizes.map((size) => widthOf(readFileSync(join(root, `build/package/icons/${size}x${size}.png`))))).toEqual(sizes)
  })

  test('in one file for macOS', () => {
    const icns = readFileSync(join(root, 'build/package/icon.icns'))
    const names: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) names.push(`${icns.toString('latin1', at, at + 4)} ${widthOf(icns.subarray(at + 8))}`)
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
    expect(names).toEqual(['icp4 16', 'icp5 32', 'ic11 32', 'ic12 64', 'ic07 128', 'ic08 256', 'ic13 256', 'ic09 512', 'ic14 512', 'ic10 1024'])
  })

  test('in one file for Windows', () => {
    const ico = readFileSync(join(root, 'build/package/icon.ico'))
    const count = ico.readUInt16LE(4)
    const sizes = Array.from({ length: count }, (_, at) => widthOf(ico.subarray(ico.readUInt32LE(6 + 16 * at + 12))))
    expect([ico.readUInt16LE(2), sizes]).toEqual([1, [16, 24, 32, 48, 64, 128, 256]])
  })
})
