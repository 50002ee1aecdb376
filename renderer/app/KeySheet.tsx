import type { ReactNode } from 'react'
import { menus } from '../../shared/bridge/commands.ts'
import { appText } from '../text/app.ts'
import { commandGroups, commandLabels } from '../text/commands.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { commands, shownKeys } from './commands/registry.ts'
import styles from './KeySheet.module.css'

/** Every key, by what it does. */
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
          <section key={menu} className={styles.group}>
            <h3 className={styles.heading}>{commandGroups[menu]}</h3>
            <dl>
              {commands
                .filter((command) => command.menu === menu && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{commandLabels[command.id]}</dt>
                    <dd className={styles.keys}>
                      {command.keys.map((keys, index) => (
                        <span key={keys} className={styles.way}>
                          {index > 0 && <span className={styles.or}>{appText.or}</span>}
                          <Kbd keys={shownKeys(keys)} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
