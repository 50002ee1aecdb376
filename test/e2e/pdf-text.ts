import { inflateSync } from 'node:zlib'

/** A page of a PDF that Chromium made: its size in points, and its words. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  /** Without any white space, since a PDF has places instead. */
  readonly letters: string
}

/** Reads what Chromium writes: objects that stand by themselves, streams that are deflated, fonts that say which letters they draw. */
export function readPdf(bytes: Buffer): readonly PdfPage[] {
  const objects = objectsIn(bytes)
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
      const named = new Map([...(/\/Font <<([^>]*)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]))
      const content = [.../\/Contents (\d+) 0 R/.exec(head)?.slice(1) ?? []].map((id) => objects.get(id)?.stream ?? '').join('\n')
      const lettersOf = (name: string): ReadonlyMap<string, string> => {
        const id = named.get(name) ?? ''
        const known = fonts.get(id) ?? lettersIn(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '')?.stream ?? '')
        fonts.set(id, known)
        return known
      }
      return { width: Number(width), height: Number(height), letters: lettersOn(content, lettersOf).replace(/\s+/gu, '') }
    })
}

interface PdfObject {
  readonly head: string
  readonly stream: string
}

function objectsIn(bytes: Buffer): ReadonlyMap<string, PdfObject> {
  const text = bytes.toString('latin1')
  const objects = new Map<string, PdfObject>()
  const begin = /(?:^|\n)(\d+) 0 obj\n/g
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const from = begin.lastIndex
    const streamAt = text.indexOf('stream\n', from)
    const end = text.indexOf('endobj', from)
    if (streamAt < 0 || end < streamAt) {
      objects.set(found[1] ?? '', { head: text.slice(from, end), stream: '' })
      continue
    }
    const head = text.slice(from, streamAt)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const data = bytes.subarray(streamAt + 7, streamAt + 7 + length)
    const isText = !/\/(?:FontFile2|Length1|Subtype \/Image)/.test(head)
    objects.set(found[1] ?? '', { head, stream: isText && head.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : '' })
    begin.lastIndex = streamAt + 7 + length
  }
  return objects
}

/** Which letters the numbers of a font stand for. */
function lettersIn(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  // a font with few letters has numbers of two digits, any other of four
  const add = (code: string, text: string): void => void letters.set(code.toUpperCase(), text)
  for (const [, block = ''] of map.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) add(code, utf16(text))
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      for (let code = from; code <= to; code += 1) add(code.toString(16).padStart(first.length, '0'), String.fromCodePoint(Number.parseInt(text, 16) + code - from))
    }
  }
  return letters
}

function utf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
}

function lettersOn(content: string, lettersOf: (font: string) => ReadonlyMap<string, string>): string {
  let letters: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, font, hex] of content.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-F]*)>/gi)) {
    if (font !== undefined) letters = lettersOf(font)
    else for (const code of (hex ?? '').match([...letters.keys()][0]?.length === 2 ? /.{2}/g : /.{4}/g) ?? []) text += letters.get(code.toUpperCase()) ?? '?'
  }
  return text
}
