// oxlint-disable-next-line import/default -- with `?worker&url` the default is the address Vite builds it at
import address from './copies-worker.ts?worker&url'

/** The part of Trusted Types (W3C) that is used; TypeScript does not declare it, and not every browser has it. */
interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): { createScriptURL(address: string): string }
}

/** The one policy that `content-policy.ts` allows: it makes an address of a script out of the worker's, and of no other. */
const policyName = 'quarterdeck-worker'

let trusted: string | null = null

/** Starts the worker of the second copy; null where the browser has none, or no place where it could write. */
export function startCopiesWorker(): Worker | null {
  // absent from pages that were not served safely, and from old browsers
  const { storage }: { readonly storage?: Partial<StorageManager> } = navigator
  if (storage?.getDirectory === undefined || typeof Worker === 'undefined') return null
  try {
    trusted ??= trust()
    return new Worker(trusted, { type: 'module', name: 'copies' })
  } catch {
    return null // a browser that is told to run no workers
  }
}

function trust(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory }
  if (trustedTypes === undefined) return address
  const policy = trustedTypes.createPolicy(policyName, {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError('this is not the worker of the planner')
      return asked
    },
  })
  return policy.createScriptURL(address)
}
