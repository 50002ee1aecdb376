import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameLine, readFramedLines } from '../../../shared/copies/framed-line.ts'

const values = fc.array(fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)), { maxLength: 6 })

test('[S61] what was added line by line is read again', () => {
  fc.assert(
    fc.property(values, (texts) => {
      expect(readFramedLines(texts.map(frameLine).join(''))).toEqual({ texts, spoilt: 0 })
    }),
  )
})

test('[S61] a line that was cut off spoils neither those before nor those after it', () => {
  fc.assert(
    fc.property(values, values, fc.json(), fc.nat(), (before, after, torn, at) => {
      const frame = frameLine(torn)
      const cut = frame.slice(0, at % frame.length)
      const { texts } = readFramedLines([...before.map(frameLine), cut, ...after.map(frameLine)].join(''))
      const whole = cut.length === frame.length - 1 ? [torn] : [] // only the line end is missing
      expect(texts).toEqual([...before, ...whole, ...after])
    }),
  )
})

test('[S61] of a file with one letter changed at most one line is lost, and none is read otherwise than it was written', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.integer({ min: 1, max: 127 }), (texts, at, by) => {
      const file = texts.map(frameLine).join('')
      if (file === '') return
      const place = at % file.length
      const changed = file.slice(0, place) + String.fromCharCode(file.charCodeAt(place) ^ by) + file.slice(place + 1)
      const read = readFramedLines(changed)
      expect(texts).toEqual(expect.arrayContaining([...read.texts]))
      expect(read.texts.length).toBeGreaterThanOrEqual(texts.length - 1)
    }),
    { numRuns: 500 },
  )
})

test('[S61] a file read from its middle on gives the lines that are whole', () => {
  const file = ['"a"', '"b"', '"c"'].map(frameLine).join('')
  expect(readFramedLines(file.slice(5))).toEqual({ texts: ['"b"', '"c"'], spoilt: 1 })
})
