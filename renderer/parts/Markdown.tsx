import { memo, useMemo } from 'react'
import { classes } from '../ui/classes.ts'
import styles from './Markdown.module.css'
import { MarkdownBlocks } from './MarkdownBlocks.tsx'
import { parseMarkdown } from '../../shared/markdown/parse-markdown.ts'

export interface MarkdownProps {
  readonly text: string
  readonly className?: string | undefined
}

/** Markdown drawn as elements: no HTML, no picture from elsewhere, no address but those that may be opened outside. */
export const Markdown = memo(function Markdown({ text, className }: MarkdownProps) {
  const tokens = useMemo(() => parseMarkdown(text), [text])
  return <div className={classes(styles.markdown, className)}>{tokens === null ? <p className={styles.typed}>{text}</p> : <MarkdownBlocks tokens={tokens} depth={0} />}</div>
})
