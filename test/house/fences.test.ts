import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrowProbes, compilerProbes, detourProbes, type Probe } from './probes.ts'
import { ruleProbes } from './rule-probes.ts'
import { compilerFindings, fencedFolder, type Finding, lintFindings, removeFolder } from './sandbox.ts'

const numbered = (id: string, probes: readonly Probe[]): readonly (Probe & { readonly id: string })[] => probes.map((probe) => ({ ...probe, id }))
const lintProbes = [...numbered('[H4]', arrowProbes), ...numbered('[H5]', detourProbes), ...ruleProbes]

interface Trial {
  readonly folder: string
  readonly findings: readonly Finding[]
}

let compiler: Trial
let lint: Trial

beforeAll(async () => {
  ;[compiler, lint] = await Promise.all([tryAll(compilerProbes, compilerFindings), tryAll(lintProbes, lintFindings)])
}, 60_000)

afterAll(() => Promise.all([removeFolder(compiler.folder), removeFolder(lint.folder)]))

describe('the compiler', () => {
  test.each(compilerProbes.filter(isStopped))('$id $about', ({ file, stop }) => expect(rulesOn(compiler, file)).toEqual([stop]))
  test.each(compilerProbes.filter(isControl))('$id $about', ({ file }) => expect(rulesOn(compiler, file)).toEqual([]))
})

describe('the lint', () => {
  test.each(lintProbes.filter(isStopped))('$id $about', ({ file, stop }) => expect(rulesOn(lint, file)).toContain(stop))
  test.each(lintProbes.filter(isControl))('$id $about', ({ file }) => expect(rulesOn(lint, file)).toEqual([]))
})

function isStopped({ stop }: Probe): boolean {
  return stop !== undefined
}

function isControl({ stop }: Probe): boolean {
  return stop === undefined
}

async function tryAll(probes: readonly Probe[], find: (folder: string) => Promise<readonly Finding[]>): Promise<Trial> {
  const folder = await fencedFolder(Object.fromEntries(probes.map(({ file, text }) => [file, text])))
  return { folder, findings: await find(folder) }
}

function rulesOn({ findings }: Trial, file: string): readonly string[] {
  return [...new Set(findings.filter((finding) => finding.file === file).map(({ rule }) => rule))]
}
