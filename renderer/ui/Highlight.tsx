import { Fragment } from 'react'
import styles from './Highlight.module.css'
import type { TextRange } from './match-text.ts'

/** A text with the letters that were searched for made stronger. */
export function Highlight({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  if (ranges.length === 0) return text
  return (
    <>
      {ranges.map(([from, to], at) => (
        <Fragment key={from}>
          {text.slice(ranges[at - 1]?.[1] ?? 0, from)}
          <b className={styles.match}>{text.slice(from, to)}</b>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1])}
    </>
  )
}
