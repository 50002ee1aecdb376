import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * What the packaged program can do at all, whoever starts it and however. All nine are named; a tenth in a later Electron
 * stops the packaging until somebody has decided about it.
 */
export const fusePolicy = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The signature that Electron comes with for Apple silicon covers these bytes. Only macOS can renew it; signing follows.
  resetAdHocDarwinSignature: process.platform === 'darwin',
  /** `ELECTRON_RUN_AS_NODE` would make of a signed program a Node for anybody's script. */
  [FuseV1Options.RunAsNode]: false,
  /** There are no cookies; should there ever be one, it is not plain text on the disk. */
  [FuseV1Options.EnableCookieEncryption]: true,
  /** `NODE_OPTIONS` can load code before ours. */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** `--inspect` gives whoever connects the whole main process. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** A changed `app.asar` does not start (macOS, Windows; Linux has no such check). */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  /** A folder `app` beside `app.asar` would be started in its place. */
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  /** There is one snapshot of V8, Electron's own. */
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** Nothing is loaded from `file:`, so it needs no rights. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Bounds of WebAssembly's memory are held by the processor, as in Chromium; there is none in the planner, and none is made slower. */
  [FuseV1Options.WasmTrapHandlers]: true,
} as const

/** Sets the fuses of a program that was packaged but not signed yet. */
export async function setFuses(program: string): Promise<void> {
  const found = await flipFuses(program, fusePolicy)
  if (found === 0) throw new Error('the program has no fuses')
}
