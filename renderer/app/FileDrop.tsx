import { dropTargetForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter'
import { containsFiles } from '@atlaskit/pragmatic-drag-and-drop/external/file'
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled'
import { useEffect, useState, type ReactNode } from 'react'
import { mostFilesAtOnce, type OpenedFile } from '../../shared/bridge/files.ts'
import { isPlanFolderName } from '../../shared/share/folder/plan-folder-name.ts'
import { readFile } from '../host/read-file.ts'
import { appText } from '../text/app.ts'
import styles from './FileDrop.module.css'

interface FileDropProps {
  readonly onFile: (file: OpenedFile) => void
  /** A folder in which a plan is shared, while it is dropped. */
  readonly onFolder: (item: DataTransferItem) => void
  readonly children: ReactNode
}

/** Takes files and shared folders dropped anywhere on the window. Without this the browser would leave the planner to show it. */
export function FileDrop({ onFile, onFolder, children }: FileDropProps): ReactNode {
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
          const { files, folders } = sortDropped(source.items)
          // one can be joined at a time
          const [shared] = folders.filter(({ name }) => isPlanFolderName(name))
          if (shared !== undefined) onFolder(shared.item)
          for (const { name } of folders) if (!isPlanFolderName(name)) onFile({ ok: false, name: name.slice(0, 1024), reason: 'folder' })
          void readInTurn(files, onFile)
        },
      }),
    [onFile, onFolder],
  )
  return (
    <>
      {children}
      {isOver && <div className={styles.veil}>{appText.dropHere}</div>}
    </>
  )
}

interface DroppedFolder {
  readonly item: DataTransferItem
  readonly name: string
}

/** Files and folders apart; to be asked while they are dropped. */
function sortDropped(items: readonly DataTransferItem[]): { readonly files: readonly File[]; readonly folders: readonly DroppedFolder[] } {
  const files: File[] = []
  const folders: DroppedFolder[] = []
  for (const item of items) {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    const file = item.kind === 'file' ? item.getAsFile() : null
    if (entry?.isDirectory === true) folders.push({ item, name: entry.name })
    else if (file !== null) files.push(file)
  }
  return { files, folders }
}

/** One after the other: ten of the largest at once would fill the memory. */
async function readInTurn(files: readonly File[], onFile: (file: OpenedFile) => void): Promise<void> {
  for (const file of files.slice(0, mostFilesAtOnce)) onFile(await readFile(file))
  const left = files[mostFilesAtOnce]
  if (left !== undefined) onFile({ ok: false, name: left.name.slice(0, 1024), reason: 'tooMany' })
}
