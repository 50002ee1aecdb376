import { dropTargetForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter'
import { containsFiles, getFiles } from '@atlaskit/pragmatic-drag-and-drop/external/file'
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled'
import { useEffect, useState, type ReactNode } from 'react'
import { mostFilesAtOnce, type OpenedFile } from '../../shared/bridge/files.ts'
import { readFile } from '../host/read-file.ts'
import { appText } from '../text/app.ts'
import styles from './FileDrop.module.css'

/** Takes files dropped anywhere on the window. Without this the browser would leave the planner to show it. */
export function FileDrop({ onFile, children }: { readonly onFile: (file: OpenedFile) => void; readonly children: ReactNode }): ReactNode {
  const [isOver, setIsOver] = useState(false)
  useEffect(
    () =>
      dropTargetForExternal({
        element: document.body,
        canDrop: containsFiles,
        onDragEnter: () => {
          preventUnhandled.start()
          setIsOver(true)
        },
        onDragLeave: () => setIsOver(false),
        onDrop: ({ source }) => {
          preventUnhandled.stop()
          setIsOver(false)
          void readInTurn(getFiles({ source }), onFile)
        },
      }),
    [onFile],
  )
  return (
    <>
      {children}
      {isOver && <div className={styles.veil}>{appText.dropHere}</div>}
    </>
  )
}

/** One after the other: ten of the largest at once would fill the memory. */
async function readInTurn(files: readonly File[], onFile: (file: OpenedFile) => void): Promise<void> {
  for (const file of files.slice(0, mostFilesAtOnce)) onFile(await readFile(file))
  const left = files[mostFilesAtOnce]
  if (left !== undefined) onFile({ ok: false, name: left.name.slice(0, 1024), reason: 'tooMany' })
}
