import { Component, type ReactNode } from 'react'
import { appText } from '../text/app.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface Props {
  readonly children: ReactNode
}

/** A fault of ours while drawing: words and a way on instead of a blank page. React wants a class for this. */
export class Mishap extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <main role="alert">
        <EmptyState
          title={appText.mishap.title}
          actions={
            <Button variant="primary" onClick={() => location.reload()}>
              {appText.mishap.again}
            </Button>
          }
        >
          {appText.mishap.text}
        </EmptyState>
      </main>
    )
  }
}
