/** Marks that set the direction of writing until they are ended, which in a word of somebody's may be at the end of our sentence. */
const marks = /[\u202A-\u202E\u2066-\u2069]/g
/** Letters that are written from right to left, and the marks that stand for one. */
const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\u200F\u061C\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const [begin, end] = ['\u2068', '\u2069']

/**
 * What people wrote, as it may stand within a sentence of ours: whichever way it is written, the words around it stay
 * where they are. Marks that turn the direction are left out, what is written from right to left is set apart. For the
 * eye only; files, the clipboard and what is stored keep every letter.
 */
export function isolated(written: string): string {
  const plain = written.replace(marks, '')
  return fromRight.test(plain) ? `${begin}${plain}${end}` : plain
}
