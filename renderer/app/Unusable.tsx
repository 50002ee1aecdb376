import type { ReactNode } from 'react'
import type { StorageFailure } from '../data/storage.ts'
import { appText } from '../text/app.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/** Nothing can be read or written: what is safe, and what to do. Never a blank page. */
export function Unusable({ failure, onBack, children }: { readonly failure: StorageFailure; readonly onBack: () => void; readonly children?: ReactNode }): ReactNode {
  const { unusable } = appText
  return (
    <>
      <main role="alert">
        <EmptyState
          title={unusable.title}
          actions={
            <>
              <Button onClick={onBack}>{unusable.back}</Button>
              <Button variant="primary" onClick={() => location.reload()}>
                {unusable.reload}
              </Button>
            </>
          }
        >
          {unusable[failure.kind]}
          {failure.kind === 'damaged' && ` ${unusable.where(failure.where)}`}
        </EmptyState>
      </main>
      {children}
    </>
  )
}
