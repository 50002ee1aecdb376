import type { ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { classes } from '../../ui/classes.ts'
import { EditField } from '../../ui/EditField.tsx'
import styles from './RowText.module.css'
import { sendFocus, treeOf, useTree, type RowField } from './tree-store.ts'
import type { TreeId } from '../../../shared/plan/tree/tree-place.ts'
import { editRecord } from './tree-actions.ts'

export interface RowTextProps {
  readonly id: TreeId
  readonly field: RowField
  readonly label: string
  readonly value: string
  readonly limit: number
  /** What is said before the value where it stands by itself: `Owner: SRE`. */
  readonly shown?: string | undefined
  readonly placeholder?: string | undefined
  readonly required?: boolean | undefined
  readonly multiline?: boolean | undefined
  readonly className?: string | undefined
  /** What stands there instead of the plain value, such as Markdown drawn. */
  readonly children?: ReactNode
}

/** A text of a row that becomes a field: by a click on it, by a key or by the row's menu. */
export function RowText({ id, field, label, value, limit, shown = value, placeholder, required, multiline, className, children }: RowTextProps): ReactNode {
  const session = useSession()
  const tree = treeOf(session)
  const isEditing = useTree(({ editing }) => editing?.key === id && editing.field === field)
  if (isEditing) {
    return (
      <span className={classes(styles.editing, className)}>
        <EditField
          label={label}
          value={value}
          placeholder={placeholder}
          required={required}
          multiline={multiline}
          maxLength={limit}
          onCommit={(text, started) => editRecord(session, { id, set: { [field]: text }, begun: { [field]: started } })}
          onClose={(by) => {
            tree.setState({ editing: null })
            if (by === 'key') sendFocus(tree, id)
          }}
        />
      </span>
    )
  }
  if (value === '' && placeholder === undefined) return null
  return (
    <span className={classes(styles.text, value === '' && styles.empty, className)} data-field={field}>
      {value === '' ? placeholder : (children ?? shown)}
    </span>
  )
}
