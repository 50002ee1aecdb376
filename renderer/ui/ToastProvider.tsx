import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { controlText } from '../text/controls.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { createToaster, type ToastContent, type Toaster, ToasterContext } from './toaster.ts'
import styles from './ToastProvider.module.css'

export interface ToastProviderProps {
  /** Given where something outside of React shows toasts too. */
  readonly toaster?: Toaster | undefined
  readonly children: ReactNode
}

/** Shows toasts at the foot of the window. F6 goes to them; the pointer or the focus on them stops their time. */
export function ToastProvider({ toaster, children }: ToastProviderProps) {
  const [own] = useState(createToaster)
  const current = toaster ?? own
  return (
    <ToasterContext value={current}>
      <Toast.Provider toastManager={current.manager} limit={3}>
        {children}
        <Toast.Portal>
          <Toast.Viewport className={styles.viewport} aria-label={controlText.notifications}>
            <ToastList />
          </Toast.Viewport>
        </Toast.Portal>
      </Toast.Provider>
    </ToasterContext>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager<ToastContent>()
  return toasts.map((toast) => {
    const action = toast.data?.action
    return (
      <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection="down">
        <Toast.Content className={styles.content}>
          <div className={styles.words}>
            <Toast.Title className={styles.title} render={<p />} />
            <Toast.Description className={styles.detail} />
          </div>
          {/* Base UI hides both buttons from screen readers until the focus is on the toast; an undo one cannot find is none. */}
          {action !== undefined && (
            <Toast.Close
              aria-hidden={false}
              render={
                <Button size="small" keys={action.keys} onClick={action.onPress}>
                  {action.label}
                </Button>
              }
            />
          )}
          <Toast.Close aria-hidden={false} render={<IconButton size="small" label={controlText.dismiss} icon={<X />} />} />
        </Toast.Content>
      </Toast.Root>
    )
  })
}
