import * as v from 'valibot'

/** What a server is shown so that it lets one in: secrets, kept apart from the address. `creds`: the text of a `.creds` file. */
export type ServerCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'creds'; readonly text: string }

/** The longest of what a person gives: `.creds` files have about two thousand characters. */
export const longestSecret = 16_384

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(longestSecret))
const schema = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('password'), user: text, password: v.pipe(v.string(), v.maxLength(longestSecret)) }),
  v.strictObject({ kind: v.literal('token'), token: text }),
  v.strictObject({ kind: v.literal('creds'), text }),
])

/** The credentials as the text in which they are kept, with the server they are for. */
export function formatCredentials({ url, credentials }: { readonly url: string; readonly credentials: ServerCredentials }): string {
  return JSON.stringify({ url, credentials })
}

/** Reads what was kept; null where it is none of ours, or for another server, which is told nothing. */
export function parseCredentials(kept: string, { url }: { readonly url: string }): ServerCredentials | null {
  try {
    const parsed = v.safeParse(v.strictObject({ url: v.literal(url), credentials: schema }), JSON.parse(kept))
    return parsed.success ? parsed.output.credentials : null
  } catch {
    return null
  }
}

/** Whether a text has the form of a `.creds` file: a JWT and the seed of a user's key, each between lines of dashes. */
export function isCredsText(given: string): boolean {
  return given.length <= longestSecret && /-{3,}BEGIN NATS USER JWT-{3,}\r?\n\s*[\w.-]+\s*\r?\n-{3,}END NATS USER JWT-{3,}[\s\S]*-{3,}BEGIN USER NKEY SEED-{3,}\r?\n\s*SU[A-Z2-7]+\s*\r?\n-{3,}END USER NKEY SEED-{3,}/.test(given)
}
