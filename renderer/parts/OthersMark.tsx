import styles from './OthersMark.module.css'

/** A dot beside a goal that others changed and nobody here has looked at; it takes no room. What they changed is said by `words`. */
export function OthersMark({ words, className }: { readonly words: string; readonly className?: string | undefined }) {
  if (words === '') return null
  return <span className={className === undefined ? styles.mark : `${styles.mark} ${className}`} title={words} data-others-mark aria-hidden="true" />
}
