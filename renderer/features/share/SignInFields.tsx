import { useRef, useState, type ChangeEvent, type ReactNode } from 'react'
import { longestSecret } from '../../../shared/share/server/server-credentials.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './ShareDialogs.module.css'
import type { Secrets, SignIn } from './sign-in.ts'

export interface SignInFieldsProps {
  readonly signIn: SignIn
  readonly secrets: Secrets
  /** What still has to be said, once somebody tried without. */
  readonly missing: keyof Secrets | null
  readonly onChange: (more: Partial<Secrets>) => void
}

/** What a server wants to know of who connects. */
export function SignInFields({ signIn, secrets, missing, onChange }: SignInFieldsProps): ReactNode {
  const errorOf = (field: keyof Secrets): string | null => (missing === field ? text.missing[field] : null)
  switch (signIn) {
    case 'none':
      return null
    case 'password':
      return (
        <div className={styles.pair}>
          <TextField label={text.user} value={secrets.user} error={errorOf('user')} autoComplete="off" spellCheck={false} onChange={(user) => onChange({ user })} />
          <TextField label={text.password} type="password" value={secrets.password} error={errorOf('password')} autoComplete="off" onChange={(password) => onChange({ password })} />
        </div>
      )
    case 'token':
      return <TextField label={text.token} type="password" value={secrets.token} error={errorOf('token')} autoComplete="off" onChange={(token) => onChange({ token })} />
    case 'creds':
      return <Credentials creds={secrets.creds} error={errorOf('creds')} onChange={(creds) => onChange({ creds })} />
  }
}

function Credentials({ creds, error, onChange }: { readonly creds: string; readonly error: string | null; readonly onChange: (creds: string) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const [isUnread, setUnread] = useState(false)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? []
    target.value = ''
    if (file === undefined) return
    const read = file.size > longestSecret ? null : await file.text().catch(() => null)
    setUnread(read === null)
    if (read !== null) onChange(read)
  }
  return (
    <div className={styles.creds}>
      <TextArea label={text.creds} description={text.credsHint} value={creds} rows={4} maxRows={6} mono error={isUnread ? text.credsUnread : error} spellCheck={false} autoComplete="off" onChange={onChange} />
      <input ref={input} type="file" accept=".creds,.txt" hidden onChange={(event) => void take(event)} />
      <Button size="small" onClick={() => input.current?.click()}>
        {text.credsFile}
      </Button>
    </div>
  )
}
