import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { themes } from '../../shared/bridge/contract.ts'
import { titleLimit } from '../../shared/model/record-spec.ts'
import { appText } from '../text/app.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { App } from './create-app.ts'
import styles from './SettingsDialog.module.css'

/** What belongs to this computer and not to a plan. */
export function SettingsDialog({ app }: { readonly app: App }): ReactNode {
  const { theme, singleKeys } = useStore(app.store, (state) => state.preferences)
  const stored = useStore(app.store, (state) => state.computer.name)
  const [name, setName] = useState(stored)
  const close = (): void => {
    if (name.trim() !== stored && name.trim() !== '') app.nameComputer(name.trim())
    app.closeOverlay()
  }
  return (
    <Dialog
      open
      size="small"
      title={appText.settings}
      onOpenChange={close}
      onSubmit={close}
      footer={
        <Button variant="primary" type="submit">
          {appText.done}
        </Button>
      }
    >
      <div className={styles.settings}>
        <TextField label={appText.computerName} description={appText.computerNameHint} value={name} onChange={setName} maxLength={Math.min(titleLimit, 64)} />
        <div className={styles.row}>
          <span>{appText.theme}</span>
          <SegmentedControl label={appText.theme} value={theme} segments={themes.map((value) => ({ value, label: appText.themes[value] }))} onChange={(value) => app.prefer({ theme: value })} />
        </div>
        <div>
          <Switch label={appText.singleKeys} checked={singleKeys} onChange={(on) => app.prefer({ singleKeys: on })} />
          <p className={styles.hint}>{appText.singleKeysHint}</p>
        </div>
      </div>
    </Dialog>
  )
}
