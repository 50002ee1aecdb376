import { useEffect, useRef, useState, type ReactNode } from 'react'
import { product } from '../../shared/bridge/product.ts'
import { lastResortText } from '../text/last-resort.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import styles from './LastResort.module.css'
import { troubleDetails } from './trouble-details.ts'

export interface LastResortAction {
  readonly label: string
  readonly onPress: () => void
}

export interface LastResortProps {
  readonly title: string
  /** What is safe. */
  readonly safe: string
  /** What a person can do. */
  readonly todo: string
  /** What went wrong, for whoever helps: see `trouble-details.ts`. */
  readonly code: string
  /** The first is what most people want, and has the focus. */
  readonly actions: readonly LastResortAction[]
  /** More that may help, between the words and the actions. */
  readonly children?: ReactNode
}

/** Instead of the planner, where it can't work: never a blank page. */
export function LastResort({ title, safe, todo, code, actions, children }: LastResortProps): ReactNode {
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => main.current?.focus(), [title])
  return (
    <main className={styles.screen} tabIndex={-1} data-last-resort>
      <div className={styles.words}>
        <p className={styles.product}>{product.name}</p>
        <div role="alert">
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.safe}>{safe}</p>
          <p className={styles.todo}>{todo}</p>
        </div>
        {children}
        <div className={styles.actions}>
          {actions.map(({ label, onPress }, at) => (
            <Button key={label} ref={at === 0 ? main : null} variant={at === 0 ? 'primary' : 'plain'} onClick={onPress}>
              {label}
            </Button>
          ))}
          <Details code={code} />
        </div>
      </div>
    </main>
  )
}

/** Copied at one press; where the browser withholds the clipboard, shown to be copied by hand. */
function Details({ code }: { readonly code: string }): ReactNode {
  const [shown, setShown] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)
  const show = async (): Promise<string> => {
    const text = await troubleDetails({ code, at: new Date().toISOString() })
    setShown(text)
    return text
  }
  const copy = async (): Promise<void> => {
    const text = await show()
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false) // they stand there to be copied by hand
    }
  }
  return (
    <>
      <Button variant="quiet" onClick={() => void copy()}>
        {isCopied ? lastResortText.copied : lastResortText.copy}
      </Button>
      <Disclosure className={styles.details} title={lastResortText.details} hint={lastResortText.detailsHint} open={shown !== null} onOpenChange={(open) => (open ? void show() : setShown(null))}>
        <pre className={styles.codes}>{shown}</pre>
      </Disclosure>
    </>
  )
}
