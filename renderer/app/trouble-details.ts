import { product } from '../../shared/bridge/product.ts'
import type { StorageFailure } from '../data/storage.ts'

/**
 * What a person can hand to whoever helps them: codes of what went wrong, and what the browser has of what the planner
 * needs. Names of errors and places in our own scripts, never their messages: those may quote what people wrote.
 */
export async function troubleDetails({ code, at }: { readonly code: string; readonly at: string }): Promise<string> {
  const { storage, locks }: { readonly storage?: StorageManager; readonly locks?: LockManager } = navigator // not in every browser
  const has = [
    `secure ${said(isSecureContext)}`,
    `indexedDB ${said(hasDatabases())}`,
    `locks ${said(locks !== undefined)}`,
    `channel ${said('BroadcastChannel' in globalThis)}`,
    `storage ${said(storage !== undefined)}`,
    `files ${said(storage !== undefined && 'getDirectory' in storage)}`,
  ]
  return [`${product.name} ${product.version}`, code, has.join(', '), await room(storage), navigator.userAgent, at].join('\n')
}

/** A failure of storage as a code. Where it was seen is a store and a key, and is told only as far as it looks like them. */
export function codeOfFailure(failure: StorageFailure): string {
  const more = failure.kind === 'damaged' ? failure.where : failure.kind === 'failed' ? failure.message : ''
  return `storage: ${failure.kind}${more === '' ? '' : ` (${more.replace(/[^\w:/.-]/g, '?').slice(0, 80)})`}`
}

/** Whatever was thrown: its name, and where in our scripts. */
export function codeOfError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const places = (error.stack ?? '').match(/[\w.-]+\.(?:js|tsx?):\d+:\d+/g) ?? []
  return [`thrown: ${error.name.replace(/\W/g, '?').slice(0, 40)}`, ...places.slice(0, 6)].join('\n  ')
}

function hasDatabases(): boolean {
  try {
    return globalThis.indexedDB !== undefined && globalThis.indexedDB !== null
  } catch {
    return false
  }
}

/** What is used and what may be, in megabytes; a browser in trouble may not answer. */
async function room(storage: StorageManager | undefined): Promise<string> {
  const asked = async (): Promise<string> => {
    if (storage === undefined) return 'room not told'
    const [{ usage = 0, quota = 0 }, isKept] = await Promise.all([storage.estimate(), storage.persisted()])
    return `used ${inMegabytes(usage)} of ${inMegabytes(quota)} MB, kept for good ${said(isKept)}`
  }
  const silence = new Promise<string>((resolve) => setTimeout(() => resolve('room not told'), 500))
  return Promise.race([asked().catch(() => 'room not told'), silence])
}

function inMegabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}

function said(is: boolean): string {
  return is ? 'yes' : 'no'
}
