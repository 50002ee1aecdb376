import { isSafeAddress } from '../markdown/safe-address.ts'

type Tag = 'html' | 'head' | 'title' | 'body' | 'main' | 'header' | 'section' | 'h1' | 'h2' | 'h3' | 'p' | 'div' | 'span' | 'dl' | 'dt' | 'dd' | 'ol' | 'ul' | 'li' | 'table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td' | 'strong' | 'em' | 'del' | 'code' | 'pre' | 'blockquote' | 'time' | 'bdi'
type VoidTag = 'meta' | 'br' | 'hr'
/** Attributes whose values are words of ours, ids or dates: `href` and whatever runs or loads something is not among them. */
type Attribute = 'class' | 'lang' | 'charset' | 'content' | 'http-equiv' | 'name' | 'scope' | 'start' | 'datetime' | 'data-goal' | 'data-kind'
type Attributes = Readonly<Partial<Record<Attribute, string>>>

/** A piece of HTML. There is no other way to make one than the functions here, so text can only be in it escaped. */
export interface HtmlNode {
  readonly [made]: string
}

declare const made: unique symbol
const texts = new WeakMap<HtmlNode, string>()

/** What stands in an element: another one, or text as it was typed. */
export type HtmlChild = HtmlNode | string

/** An element with what stands in it. */
export function element(tag: Tag, attributes: Attributes, ...children: readonly (HtmlChild | readonly HtmlChild[])[]): HtmlNode {
  return make(`<${tag}${attributeText(attributes)}>${children.flat().map(textOf).join('')}</${tag}>`)
}

/** An element in which nothing can stand. */
export function voidElement(tag: VoidTag, attributes: Attributes = {}): HtmlNode {
  return make(`<${tag}${attributeText(attributes)}>`)
}

/** A link that tells the other side nothing; words alone where the address is not safe. */
export function link(address: string, children: readonly HtmlChild[]): HtmlNode {
  if (!isSafeAddress(address)) return element('span', {}, children)
  return make(`<a href="${escapeHtml(address)}" rel="noopener noreferrer">${children.map(textOf).join('')}</a>`)
}

/** The style of the page, which is text of ours: nothing can be escaped in it. */
export function styleElement(css: string): HtmlNode {
  if (css.includes('<')) throw new Error('a style must not end its element')
  return make(`<style>${css}</style>`)
}

/** The text of a whole page. */
export function htmlPage(root: HtmlNode): string {
  return `<!doctype html>\n${textOf(root)}\n`
}

function make(html: string): HtmlNode {
  const node = {} as HtmlNode // it is one by being in the map, where nothing else can put it
  texts.set(node, html)
  return node
}

function textOf(child: HtmlChild): string {
  return typeof child === 'string' ? escapeHtml(child) : (texts.get(child) ?? '')
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
