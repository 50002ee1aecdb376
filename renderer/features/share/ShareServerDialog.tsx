import { useEffect, useRef, useState, type ReactNode } from 'react'
import { parseServerAddress } from '../../../shared/share/server/server-address.ts'
import { placeName } from '../../parts/place-name.ts'
import type { OpenShare } from '../../state/share-store.ts'
import { shareActionText } from '../../text/share-actions.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PlanKey } from './PlanKey.tsx'
import styles from './ShareDialogs.module.css'
import { Refused } from './Refused.tsx'
import { noSecrets, saidOf, signIns, whatIsMissing, type SignIn } from './sign-in.ts'
import { SignInFields } from './SignInFields.tsx'

export interface ShareServerDialogProps {
  readonly purpose: 'share' | 'join'
  /** The share that ends with it; one of the same server is taken up again. */
  readonly leaves: OpenShare | null
  /** Whether it is the sample that is shared, which is one plan for everybody. */
  readonly isSample: boolean
  /** What stands behind `plan:` in its address, which an admin needs for the rights; null where that is to be said. */
  readonly planKey: string | null
  /** Where what is typed here is kept. */
  readonly keeps: keyof typeof text.keeps
  /** Tries the server, and goes on with it. Why it can't be, in a sentence, or null. */
  readonly onConnect: (server: { readonly address: string; readonly user: string; readonly secret: string; readonly isRemembered: boolean }) => Promise<string | null>
  readonly onClose: () => void
}

/** Asks for a server and how to sign in there; what doesn't work is told right here, before anything is kept of it. */
export function ShareServerDialog({ purpose, leaves, isSample, planKey, keeps, onConnect, onClose }: ShareServerDialogProps): ReactNode {
  const [address, setAddress] = useState(leaves?.kind === 'server' ? leaves.address : '')
  const [signIn, setSignIn] = useState<SignIn>('none')
  const [secrets, setSecrets] = useState(noSecrets)
  const [isRemembered, setRemembered] = useState(false)
  const [tries, setTries] = useState(0)
  const [isConnecting, setConnecting] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const chooseSignIn = (next: SignIn): void => {
    setSignIn(next)
    setTries(0)
    setWhy(null)
  }
  const isSame = leaves?.kind === 'server' && leaves.address === address.trim()
  const missing = whatIsMissing(signIn, secrets)
  const wrong = addressFault(purpose, address)
  const fields = useRef<HTMLDivElement>(null)
  // who tried goes on where something is missing or wrong
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const connect = (): void => {
    if (isConnecting) return
    setTries(tries + 1)
    if (missing !== null || wrong !== null) {
      setWhy(null)
      return
    }
    setConnecting(true)
    setWhy(null)
    void onConnect({ address: address.trim(), ...saidOf(signIn, secrets), isRemembered: isRemembered || keeps !== 'browser' }).then((refused) => {
      setWhy(refused)
      setConnecting(false)
    })
  }
  return (
    <Dialog
      open
      title={text.serverTitle[purpose]}
      description={text.serverDescription[purpose]}
      onOpenChange={(open) => !open && onClose()}
      onSubmit={connect}
      footerHint={text.connectHint}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          {/* switched off in earnest it would lose the focus */}
          <Button type="submit" variant="primary" aria-disabled={isConnecting}>
            {isConnecting ? text.connecting[purpose] : text.connect[purpose]}
          </Button>
        </>
      }
    >
      <div ref={fields} className={styles.fields}>
        <TextField
          label={purpose === 'share' ? text.address : text.addressOfPlan}
          description={text.addressHint[purpose]}
          placeholder={text.addressExample[purpose]}
          value={address}
          error={tries > 0 ? wrong : null}
          onChange={setAddress}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <div>
          <p className={styles.label} aria-hidden="true">
            {text.signIn}
          </p>
          <SegmentedControl<SignIn> label={text.signIn} value={signIn} segments={signIns.map((value) => ({ value, label: text.signIns[value] }))} onChange={chooseSignIn} className={styles.signIns} />
        </div>
        <SignInFields signIn={signIn} secrets={secrets} missing={tries > 0 ? missing : null} onChange={(more) => setSecrets({ ...secrets, ...more })} />
        {signIn !== 'none' && (
          <div>
            {/* a browser keeps it where others can read it: only if a person wants that */}
            {keeps === 'browser' && <Checkbox label={text.remember} checked={isRemembered} onChange={setRemembered} />}
            <p className={styles.why}>{text.keeps[keeps]}</p>
          </div>
        )}
        {planKey !== null && <PlanKey planKey={planKey} />}
        {isSample && <p className={styles.leaves}>{text.sample}</p>}
        {leaves !== null && !isSame && <p className={styles.leaves}>{text.leaves(placeName(leaves))}</p>}
        <Refused why={why} />
      </div>
    </Dialog>
  )
}

/** What is wrong with an address by itself, in a sentence; null where nothing is. */
function addressFault(purpose: ShareServerDialogProps['purpose'], address: string): string | null {
  const parsed = parseServerAddress(address)
  if (!parsed.ok) return shareActionText.address[parsed.fault]
  return purpose === 'join' && parsed.value.address.plan === null ? shareActionText.noPlanInAddress : null
}
