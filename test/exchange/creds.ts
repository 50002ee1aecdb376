import { nkeys } from '@nats-io/nats-core'
import { createHash } from 'node:crypto'

/** A server's operator, one account, and a user of it with a `.creds` file, as the tool `nsc` makes them. */
export interface Logins {
  /** What the server's configuration has to hold. */
  readonly config: string
  /** The text of the file that a person is given. */
  readonly creds: string
  /** One of a user whom another account's key has signed. */
  readonly forged: string
}

type KeyPair = ReturnType<typeof nkeys.createUser>

export function makeLogins(): Logins {
  const operator = nkeys.createOperator()
  const [system, account, stranger] = [nkeys.createAccount(), nkeys.createAccount(), nkeys.createAccount()]
  const operatorJwt = jwt(operator, { sub: operator.getPublicKey(), name: 'operator', nats: { type: 'operator', version: 2 } })
  const limits = { subs: -1, data: -1, payload: -1, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1, mem_storage: -1, disk_storage: -1, streams: 1, consumer: -1 }
  const accounts = [system, account].map((each) => [each.getPublicKey(), jwt(operator, { sub: each.getPublicKey(), name: 'plan', nats: { type: 'account', version: 2, limits: each === system ? { ...limits, mem_storage: 0, disk_storage: 0 } : limits } })])
  return {
    config: `operator: "${operatorJwt}"\nsystem_account: ${system.getPublicKey()}\nresolver: MEMORY\nresolver_preload: { ${accounts.map(([key, token]) => `${key}: "${token}"`).join('\n')} }`,
    creds: credsBy(account),
    forged: credsBy(stranger),
  }
}

function credsBy(account: KeyPair): string {
  const user = nkeys.createUser()
  const token = jwt(account, { sub: user.getPublicKey(), name: 'planner', nats: { type: 'user', version: 2, subs: -1, data: -1, payload: -1, pub: {}, sub: {} } })
  const seed = new TextDecoder().decode(user.getSeed())
  return `-----BEGIN NATS USER JWT-----\n${token}\n------END NATS USER JWT------\n\n-----BEGIN USER NKEY SEED-----\n${seed}\n------END USER NKEY SEED------\n`
}

function jwt(issuer: KeyPair, claims: Readonly<Record<string, unknown>>): string {
  const body = { iat: 1_544_000_000, iss: issuer.getPublicKey(), jti: createHash('sha256').update(JSON.stringify(claims)).digest('hex'), ...claims }
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part(body)}`
  return `${signed}.${Buffer.from(issuer.sign(Buffer.from(signed))).toString('base64url')}`
}
