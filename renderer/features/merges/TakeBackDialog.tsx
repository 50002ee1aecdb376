import { useMemo, type ReactNode } from 'react'
import { mergesOf } from '../../../shared/plan/merge-state.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { formatMoment } from '../../text/dates.ts'
import { takeBackText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { mergesStoreOf } from './merges-store.ts'
import styles from './TakeBackDialog.module.css'
import { TakeBackLists } from './TakeBackLists.tsx'
import { useTakeBackPreview } from './use-take-back-preview.ts'

/** Says exactly what taking a merge back will do, before it does. */
export function TakeBackDialog({ id }: { readonly id: string }): ReactNode {
  const session = useSession()
  const exchanges = usePlan((state) => state.exchanges)
  const merge = useMemo(() => mergesOf(exchanges).find((each) => each.id === id), [exchanges, id])
  const state = useTakeBackPreview(id)
  const close = (): void => mergesStoreOf(session).setState({ takingBack: null })
  const takeBack = (): void => {
    close()
    void session.plan.getState().takeBackMerge(id)
  }
  // what it would do is there in a moment, and Enter shall not meet a dialog that can't answer yet
  if (merge === undefined || state.kind === 'reading') return null
  const { by, file, at, added, left, isTakenBack } = merge
  const canTakeBack = state.kind === 'ready' && !isTakenBack
  return (
    <Dialog
      open
      onOpenChange={close}
      onSubmit={() => canTakeBack && takeBack()}
      title={takeBackText.title(by)}
      description={takeBackText.description(file, formatMoment(at), added)}
      footerHint={takeBackText.hint}
      footer={
        <>
          <Button onClick={close}>{takeBackText.cancel}</Button>
          <Button type="submit" variant="primary" disabled={!canTakeBack}>
            {takeBackText.confirm}
          </Button>
        </>
      }
    >
      {isTakenBack ? (
        <p>{takeBackText.gone}</p>
      ) : (
        <>
          <p className={styles.what}>
            {left === null ? takeBackText.withdrawn : takeBackText.reverted(left)} {takeBackText.undoHint(left !== null)}
          </p>
          {state.kind === 'unreadable' && <p role="alert">{takeBackText.unreadable}</p>}
          {state.kind === 'ready' && <TakeBackLists preview={state.preview} />}
        </>
      )}
    </Dialog>
  )
}
