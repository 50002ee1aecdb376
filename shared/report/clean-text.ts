/**
 * A text as it may stand in a file: well formed, lines ended in one way, control characters made visible, and
 * what turns the direction of writing ended with the text, so that nothing after it is turned round.
 */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD')
  return clean + closers(clean)
}

/** The same on one line: runs of white space are one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}

const embedding = /[\u202a\u202b\u202d\u202e]/
const isolate = /[\u2066-\u2068]/
const directions = /[\u202a-\u202e\u2066-\u2069]/g
const [popEmbedding, popIsolate] = ['\u202c', '\u2069']

/** What ends the directions that a text leaves open (Unicode Standard Annex 9, X1 to X8). */
function closers(text: string): string {
  const open: string[] = []
  for (const [mark] of text.matchAll(directions)) {
    if (embedding.test(mark)) open.push(popEmbedding)
    else if (isolate.test(mark)) open.push(popIsolate)
    else if (mark === popEmbedding && open.at(-1) === popEmbedding) open.pop()
    else if (mark === popIsolate && open.includes(popIsolate)) open.length = open.lastIndexOf(popIsolate)
  }
  return open.toReversed().join('')
}
