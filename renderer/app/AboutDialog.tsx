import { useEffect, useState, type ReactNode } from 'react'
import type { AppInfo } from '../../shared/bridge/contract.ts'
import { product } from '../../shared/bridge/product.ts'
import { aboutText } from '../text/about.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import styles from './AboutDialog.module.css'
import type { App } from './create-app.ts'

/** What the app is, what it runs on, where the plans lie, and what helps to find a fault. */
export function AboutDialog({ app }: { readonly app: App }): ReactNode {
  const [info, setInfo] = useState<AppInfo | null>(null)
  const [diagnostics, setDiagnostics] = useState('')
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    void app.info().then(setInfo, () => undefined) // what the page knows by itself is shown all the same
    void app.diagnostics().then(setDiagnostics, () => setDiagnostics(aboutText.noDiagnostics))
  }, [app])
  return (
    <Dialog
      open
      title={aboutText.title}
      description={aboutText.what}
      onOpenChange={app.closeOverlay}
      footer={
        <>
          {app.showDataFolder !== null && <Button onClick={app.showDataFolder}>{aboutText.showFolder}</Button>}
          <Button onClick={app.copyDiagnostics}>{aboutText.copy}</Button>
          <Button variant="primary" onClick={app.closeOverlay}>
            {aboutText.close}
          </Button>
        </>
      }
    >
      <Facts info={info} />
      <Disclosure title={aboutText.diagnostics} hint={aboutText.diagnosticsHint} open={isOpen} onOpenChange={setOpen}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys, and there is nothing in it to press */}
        <pre className={styles.diagnostics} tabIndex={0} role="group" aria-label={aboutText.diagnostics}>
          {diagnostics}
        </pre>
      </Disclosure>
    </Dialog>
  )
}

function Facts({ info }: { readonly info: AppInfo | null }): ReactNode {
  const { dataIn } = aboutText
  const rows: readonly (readonly [string, string])[] = [
    [aboutText.release, product.version],
    [aboutText.runsOn, info?.runsOn.join(', ') ?? ''],
    [aboutText.data, info === null ? '' : info.platform === 'browser' ? dataIn.browser(location.origin) : dataIn.desktop],
    [aboutText.network, aboutText.nothingLeaves],
    [aboutText.licence, aboutText.licenceName],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
