import type { MarkedToken } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { splitTaskIds } from '../../shared/plan/task-links.ts'
import { ExternalLink } from './ExternalLink.tsx'
import { known, markdownLimits, type MarkdownTokens } from '../../shared/markdown/parse-markdown.ts'
import { externalAddress, useTaskLinks } from './outside.ts'
import { TaskLink } from './TaskLink.tsx'

/** Words with emphasis and links. */
export function MarkdownInline({ tokens, depth, isLink = false }: MarkdownTokens & { readonly isLink?: boolean }): ReactNode {
  return tokens.map((token, at) => <Fragment key={at}>{inlineOf({ token, depth, isLink })}</Fragment>)
}

function inlineOf({ token, depth, isLink }: { readonly token: MarkedToken; readonly depth: number; readonly isLink: boolean }): ReactNode {
  if (depth >= 2 * markdownLimits.depth) return token.raw
  const inner = (): ReactNode => ('tokens' in token && token.tokens !== undefined ? <MarkdownInline tokens={known(token.tokens)} depth={depth + 1} isLink={isLink} /> : token.raw)
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? <PlainText text={token.text} isLink={isLink} /> : inner()
    case 'escape':
      return token.text
    case 'strong':
      return <strong>{inner()}</strong>
    case 'em':
      return <em>{inner()}</em>
    case 'del':
      return <del>{inner()}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      // what may not be opened is shown with its address; a link in a link would be no HTML
      if (isLink || externalAddress(token.href) === null) return isLink ? inner() : token.raw
      return <ExternalLink address={token.href}><MarkdownInline tokens={known(token.tokens)} depth={depth + 1} isLink /></ExternalLink>
    case 'image':
      // a picture from elsewhere would tell that place who reads this: it is a link
      if (isLink || externalAddress(token.href) === null) return token.raw
      return <ExternalLink address={token.href}>{token.text === '' ? token.href : token.text}</ExternalLink>
    case 'checkbox':
      return null
    default:
      return token.raw // HTML above all: shown, never made
  }
}

function PlainText({ text, isLink }: { readonly text: string; readonly isLink: boolean }): ReactNode {
  const links = useTaskLinks()
  if (isLink) return text
  return splitTaskIds(text, links).map((piece, at) =>
    piece.kind === 'task' ? <TaskLink key={at} task={piece.id} /> : <Fragment key={at}>{piece.text}</Fragment>,
  )
}
