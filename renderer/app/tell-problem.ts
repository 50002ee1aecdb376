import type { AppStore } from './app-store.ts'

/** Says in a dialog what could not be done, and why. */
export function tellProblem(store: AppStore, { title, text }: { readonly title: string; readonly text: string }): void {
  store.setState({ overlay: { kind: 'problem', title, text } })
}
