import type { PageRefusal } from '../../../shared/wiki/page/goals-page.ts'
import { exchangeText, pageRefusalText, pageText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './RefusedPage.module.css'

export interface RefusedPageProps {
  readonly reason: PageRefusal
  readonly line: number
  readonly fileName: string | null
  readonly onCancel: () => void
  readonly onChooseFile: () => void
  readonly onPasteAgain: () => void
}

/** A text in which no plan was found: why, and what is looked for. */
export function RefusedPage({ reason, line, fileName, onCancel, onChooseFile, onPasteAgain }: RefusedPageProps) {
  return (
    <Dialog
      open
      size="medium"
      onOpenChange={(open) => !open && onCancel()}
      title={pageText.refusedTitle}
      description={`${pageText.from(fileName)}, ${exchangeText.line(line)}: ${pageRefusalText[reason]}`}
      onSubmit={fileName === null ? onPasteAgain : onChooseFile}
      footer={
        <>
          <Button onClick={onCancel}>{exchangeText.cancel}</Button>
          {fileName === null && <Button onClick={onChooseFile}>{pageText.chooseFile}</Button>}
          <Button type="submit" variant="primary">
            {fileName === null ? pageText.pasteAgain : pageText.chooseFile}
          </Button>
        </>
      }
    >
      <h3 className={styles.title}>{pageText.lookedFor}</h3>
      <ul className={styles.list}>
        {pageText.lookedForList.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Dialog>
  )
}
