/**
 * A text on one line of wikitext that reads as it was typed: no template, link, table, heading, list, signature,
 * tag, magic word or entity comes of it. An https or http address in it becomes a link by itself, as everywhere on a wiki.
 */
export function escapeWikitext(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[&<>[\]{}|]/g, entity)
      // quotes mark bold and italics from two on, and stand beside marks of ours at the ends
      .replace(/'(?=')|(?<=')'|^'|'$/g, entity)
      .replace(/~(?=~)|(?<=~)~|^~|~$/g, entity)
      .replace(/_(?=_)|(?<=_)_|^_|_$/g, entity)
      .replace(/!(?=!)|(?<=!)!/g, entity)
      .replace(/-(?=-)|(?<=-)-/g, entity)
      // mailto:, ftp: and whatever else a wiki makes a link of
      .replace(/(\bhttps?:\/\/(?=[^\s/]))|(?<=[a-z]):(?=\S)/gi, (mark, web?: string) => (web === undefined ? entity(mark) : mark))
      .replace(/\b(ISBN|RFC|PMID) (?=\d)/g, '$1&#32;')
      .replace(/^[*#:;=!+-]/, entity)
      .replace(/=$/, entity)
  )
}

function entity(letter: string): string {
  return `&#${letter.codePointAt(0) ?? 0xfffd};`
}

/** An address that is safe, as the address of a link in brackets. */
export function wikiAddress(address: string): string {
  return address.replace(/&/g, '&amp;').replace(/['[\]~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
