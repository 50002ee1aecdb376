import { Component, type ReactNode } from 'react'
import { lastResortText } from '../text/last-resort.ts'
import { LastResort } from './LastResort.tsx'
import { codeOfError } from './trouble-details.ts'

interface Props {
  /** Saves what is open to a file; null where nothing is. */
  readonly exportPlan: () => (() => void) | null
  readonly children: ReactNode
}

/** A fault of ours while drawing: words and a way on instead of a blank page. React wants a class for this. */
export class Mishap extends Component<Props, { readonly code: string | null }> {
  override state = { code: null }

  static getDerivedStateFromError(error: unknown): { readonly code: string } {
    return { code: codeOfError(error) }
  }

  override render(): ReactNode {
    const { code } = this.state
    if (code === null) return this.props.children
    const { mishap, goOn, exportPlan } = lastResortText
    const save = this.props.exportPlan()
    const actions = [{ label: goOn, onPress: () => location.reload() }, ...(save === null ? [] : [{ label: exportPlan, onPress: save }])]
    return <LastResort {...mishap} code={code} actions={actions} />
  }
}
