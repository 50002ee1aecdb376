import styles from './ChangeList.module.css'
import { FieldChangeWords, type FieldChangeWordsProps } from './FieldChangeWords.tsx'

/** One field before and after, as an item of a list. */
export function FieldChangeRow(props: FieldChangeWordsProps) {
  return (
    <li className={styles.field}>
      <FieldChangeWords {...props} />
    </li>
  )
}
