import { productRelease } from '../../shared/bridge/product.ts'
import type { StorageFailure } from '../data/storage.ts'
import { browserFacts } from './browser-facts.ts'

/**
 * What a person can hand to whoever helps them: codes of what went wrong, and what the browser has of what the planner
 * needs. Names of errors and places in our own scripts, never their messages: those may quote what people wrote.
 */
export async function troubleDetails({ code, at }: { readonly code: string; readonly at: string }): Promise<string> {
  const { has, room } = await browserFacts()
  return [productRelease, code, has, room, navigator.userAgent, at].join('\n')
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
