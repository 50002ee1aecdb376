/** How one signs in to a server. */
export const signIns = ['none', 'password', 'token', 'creds'] as const
export type SignIn = (typeof signIns)[number]

/** What was typed for each way; what belongs to another way than the one chosen is not sent. */
export interface Secrets {
  readonly user: string
  readonly password: string
  readonly token: string
  /** The text of a credentials file. */
  readonly creds: string
}

export const noSecrets: Secrets = { user: '', password: '', token: '', creds: '' }

/** What still has to be said. */
export function whatIsMissing(signIn: SignIn, { user, password, token, creds }: Secrets): keyof Secrets | null {
  switch (signIn) {
    case 'none':
      return null
    case 'password':
      return user.trim() === '' ? 'user' : password === '' ? 'password' : null
    case 'token':
      return token.trim() === '' ? 'token' : null
    case 'creds':
      return creds.trim() === '' ? 'creds' : null
  }
}

/** What is said to the server: a password may begin or end with a space, what is pasted doesn't. */
export function saidOf(signIn: SignIn, { user, password, token, creds }: Secrets): { readonly user: string; readonly secret: string } {
  switch (signIn) {
    case 'none':
      return { user: '', secret: '' }
    case 'password':
      return { user: user.trim(), secret: password }
    case 'token':
      return { user: '', secret: token.trim() }
    case 'creds':
      return { user: '', secret: creds.trim() }
  }
}
