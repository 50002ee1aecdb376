import type { Value } from '../../shared/changes/change.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { exchangeText } from '../text/exchange.ts'
import { fieldName } from '../../shared/words/fields.ts'
import { isProse } from '../../shared/words/prose.ts'
import { classes } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './ChangeList.module.css'
import { isLongText } from './long-text.ts'
import { titleOf } from './record-words.ts'
import { SaidValue } from './SaidValue.tsx'
import { TextChange } from './TextChange.tsx'

export interface FieldChangeWordsProps {
  readonly field: string
  readonly before: Value | undefined
  readonly after: Value
  readonly view: PlanView
  /** Long texts are cut to what is around their changes. */
  readonly isFolded?: boolean | undefined
  /** The change is not taken over: what stood before goes on standing. */
  readonly isKept?: boolean | undefined
}

/** One field before and after: `status In progress Done`, `teams SRE added`; in texts the words that changed. */
export function FieldChangeWords({ field, before, after, view, isFolded = true, isKept = false }: FieldChangeWordsProps) {
  const { name, member } = splitField(field)
  return (
    <>
      <span className={styles.name}>{fieldName(name).toLowerCase()}</span>{' '}
      {member !== undefined ? (
        <>
          <span className={(after === true) === isKept ? styles.before : styles.after}>{titleOf(view, member)}</span> {after === true ? exchangeText.added : exchangeText.removed}
        </>
      ) : isProse(name) && isText(before) && isText(after) && !isKept ? (
        <TextChange before={before} after={after} isFolded={isFolded} />
      ) : (
        <OldAndNew name={name} before={before} after={after} view={view} isFolded={isFolded} isKept={isKept} />
      )}
    </>
  )
}

type OldAndNewProps = Required<Omit<FieldChangeWordsProps, 'field'>> & { readonly name: string }

function OldAndNew({ name, before, after, view, isFolded, isKept }: OldAndNewProps) {
  const clamp = (value: Value | undefined): string | false | undefined => isFolded && isLongText(value) && styles.long
  const [old, next] = [<SaidValue key="old" field={name} value={before} view={view} />, <SaidValue key="next" field={name} value={after} view={view} />]
  if (isKept) {
    return (
      <>
        <span className={classes(styles.after, clamp(before))}>{old}</span>{' '}
        <s className={classes(styles.before, clamp(after))}>
          <VisuallyHidden>{exchangeText.not} </VisuallyHidden>
          {next}
        </s>
      </>
    )
  }
  const isEmpty = before === undefined || before === null || before === ''
  return (
    <>
      {!isEmpty && (
        <>
          <del className={classes(styles.before, clamp(before))}>
            <VisuallyHidden>{exchangeText.was} </VisuallyHidden>
            {old}
          </del>{' '}
        </>
      )}
      <ins className={classes(styles.after, clamp(after))}>
        <VisuallyHidden>{exchangeText.becomes} </VisuallyHidden>
        {next}
      </ins>
    </>
  )
}

function isText(value: Value | undefined): value is string {
  return typeof value === 'string' && value !== ''
}
