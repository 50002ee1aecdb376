import type { ReactNode } from 'react'
import { menus } from '../../shared/bridge/commands.ts'
import { appText } from '../text/app.ts'
import { commandGroups, commandLabels } from '../text/commands.ts'
import { screenKeys, type ScreenKey } from '../text/screen-keys.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { commands, shownKeys } from './commands/registry.ts'
import styles from './KeySheet.module.css'

/** Every key, by what it does: the commands, and what screens have besides. */
export function KeySheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog
      open
      size="large"
      title={appText.keys}
      description={appText.keysHint}
      onOpenChange={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {appText.close}
        </Button>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys, and there is nothing in it to press */}
      <div className={styles.sheet} tabIndex={0} role="group" aria-label={appText.keys}>
        {menus.map((menu) => (
          <KeyGroup
            key={menu}
            title={commandGroups[menu]}
            rows={commands.filter((command) => command.menu === menu && command.keys.length > 0).map((command) => ({ does: commandLabels[command.id], keys: command.keys.map(shownKeys) }))}
          />
        ))}
        {screenKeys.map(({ screen, keys }) => (
          <KeyGroup key={screen} title={appText.keysOf(screen)} rows={keys} />
        ))}
      </div>
    </Dialog>
  )
}

function KeyGroup({ title, rows }: { readonly title: string; readonly rows: readonly ScreenKey[] }): ReactNode {
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      <dl>
        {rows.map(({ does, keys }) => (
          <div key={does} className={styles.row}>
            <dt>{does}</dt>
            <dd className={styles.keys}>
              {keys.map((each, index) => (
                <span key={each} className={styles.way}>
                  {index > 0 && <span className={styles.or}>{appText.or}</span>}
                  <Kbd keys={each} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
