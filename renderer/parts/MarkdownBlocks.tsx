import type { MarkedToken, Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import styles from './Markdown.module.css'
import { MarkdownInline } from './MarkdownInline.tsx'
import { known, markdownLimits, type MarkdownTokens } from '../../shared/markdown/parse-markdown.ts'

/** Paragraphs, lists, quotes, tables. What lies too deep is shown as it was typed. */
export function MarkdownBlocks({ tokens, depth }: MarkdownTokens): ReactNode {
  return tokens.map((token, at) => <Fragment key={at}>{blockOf(token, depth)}</Fragment>)
}

function blockOf(token: MarkedToken, depth: number): ReactNode {
  if (depth >= markdownLimits.depth) return <p className={styles.typed}>{token.raw.trim()}</p>
  switch (token.type) {
    case 'paragraph':
      return <p><MarkdownInline tokens={known(token.tokens)} depth={depth + 1} /></p>
    case 'heading':
      // a heading in a note is no heading of the screen
      return <p className={styles.heading}><MarkdownInline tokens={known(token.tokens)} depth={depth + 1} /></p>
    case 'list':
      return <MarkdownList list={token} depth={depth} />
    case 'blockquote':
      return <blockquote><MarkdownBlocks tokens={known(token.tokens)} depth={depth + 1} /></blockquote>
    case 'code':
      return <pre><code>{token.text}</code></pre>
    case 'table':
      return <MarkdownTable table={token} depth={depth} />
    case 'hr':
      return <hr />
    case 'html':
      return <p className={styles.typed}>{token.raw.trim()}</p>
    case 'space':
    case 'def':
    case 'checkbox': // drawn by its list
      return null
    default:
      return <MarkdownInline tokens={[token]} depth={depth + 1} />
  }
}

function MarkdownList({ list, depth }: { readonly list: Tokens.List; readonly depth: number }) {
  const items = list.items.map((item, at) => (
    <li key={at} className={item.task ? styles.task : undefined}>
      {item.task && <input type="checkbox" checked={item.checked === true} disabled aria-label={item.text} readOnly />}
      <MarkdownBlocks tokens={known(item.tokens)} depth={depth + 1} />
    </li>
  ))
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>
}

function MarkdownTable({ table, depth }: { readonly table: Tokens.Table; readonly depth: number }) {
  const cells = (row: readonly Tokens.TableCell[], Cell: 'th' | 'td'): ReactNode =>
    row.map((cell, at) => (
      <Cell key={at}>
        <MarkdownInline tokens={known(cell.tokens)} depth={depth + 1} />
      </Cell>
    ))
  return (
    <table>
      <thead>
        <tr>{cells(table.header, 'th')}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}
