/** The kinds of address that may be opened outside the planner. Anything else (file:, smb:, ms-msdt: …) starts programs. */
const protocols: readonly string[] = ['https:', 'http:', 'mailto:']

/**
 * Whether an address, parsed by `URL` where there is one, may be handed to the person's own browser. A user name or
 * password in it is refused: `https://phabricator.example@evil.example` reads as something it is not.
 */
export function isExternalAddress(address: {
  readonly protocol: string
  readonly username: string
  readonly password: string
}): boolean {
  return protocols.includes(address.protocol) && address.username === '' && address.password === ''
}
