import type { Value } from '../../shared/changes/change.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { exchangeText } from '../text/exchange.ts'
import { fieldName } from '../text/status.ts'
import { classes } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './ChangeList.module.css'
import { SaidValue } from './SaidValue.tsx'
import { titleOf } from './record-words.ts'

export interface FieldChangeRowProps {
  readonly field: string
  readonly before: Value | undefined
  readonly after: Value
  readonly view: PlanView
}

/** One field before and after: `status In progress Done`, `teams SRE added`. */
export function FieldChangeRow({ field, before, after, view }: FieldChangeRowProps) {
  const { name, member } = splitField(field)
  const isEmpty = before === undefined || before === null || before === ''
  return (
    <li className={styles.field}>
      <span className={styles.name}>{fieldName(name).toLowerCase()}</span>{' '}
      {member === undefined ? (
        <>
          {!isEmpty && (
            <del className={classes(styles.before, isLong(before) && styles.long)}>
              <VisuallyHidden>{exchangeText.was} </VisuallyHidden>
              <SaidValue field={name} value={before} view={view} />
            </del>
          )}{' '}
          <ins className={classes(styles.after, isLong(after) && styles.long)}>
            <VisuallyHidden>{exchangeText.becomes} </VisuallyHidden>
            <SaidValue field={name} value={after} view={view} />
          </ins>
        </>
      ) : (
        <>
          <span className={after === true ? styles.after : styles.before}>{titleOf(view, member)}</span> {after === true ? exchangeText.added : exchangeText.removed}
        </>
      )}
    </li>
  )
}

/** Longer than a line or two: then it is cut. */
function isLong(value: Value | undefined): boolean {
  return typeof value === 'string' && (value.length > 160 || value.includes('\n'))
}
