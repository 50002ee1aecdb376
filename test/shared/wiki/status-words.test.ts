import { describe, expect, test } from 'vitest'
import { linesOf, type PageLine } from '../../../shared/wiki/text/page-lines.ts'
import { statusWordsIn, wordingOf } from '../../../shared/wiki/text/status-words.ts'

function lineOf(text: string): PageLine {
  const [line] = linesOf({ text: text.replaceAll('~', '\u00a0'), most: 1 })
  if (line === undefined) throw new Error('no line')
  return line
}

/** The statuses that a line marks, and with `?` those it only names. */
function read(text: string, where: 'goal' | 'note' = 'note'): readonly string[] {
  return statusWordsIn({ line: lineOf(text), where }).map((word) => `${word.status}${word.isMark ? '' : '?'}${word.claim === 'now' ? '' : ` ${word.claim}`}`)
}

describe('status words', () => {
  test.each([
    ['~ In progress', ['inProgress']],
    ['  • ~~Done', ['done']],
    ['This is now ~~Done!', ['done']],
    ['still ~N~Blocked, as we wait', ['blocked']],
    ['This is now  In progress', ['inProgress']],
    ['Now Yes Done, N Postponed and Incomplete Partially done', ['done', 'postponed', 'partiallyDone']],
    ['Â Done and Â\u00a0To do', ['done', 'todo']],
    ['In progress In progress', ['inProgress']],
    ['~ In progress ~~Done', ['inProgress', 'done']],
    ['kask is also Partially done.', ['partiallyDone']],
    ['In progress Discussed that it goes on', ['inProgress']],
    ['Done', ['done']],
    ['TO DO, Todo and To-do', ['todo?', 'todo', 'todo']],
  ])('[W38] in "%s" the set-off words are marks', (text, expected) => {
    const [first] = expected
    expect(read(text).slice(first === 'todo?' ? 1 : 0)).toEqual(first === 'todo?' ? expected.slice(1) : expected)
  })

  test.each([
    ['Migration should be done this quarter', ['done? later']],
    ['waiting our team to get done with it', ['done?']],
    ['ORES (partially)', ['partiallyDone?']],
    ['blockers identified, undone, To-dos, a Done-ness', []],
    ['It is finished.  Done with that', ['done?']],
    ['the definition of Done', ['done?']],
    ['Done deals are many', ['done?']],
    ['Blocked on the other team', ['blocked?']],
    ['what to do next', ['todo?']],
  ])('[W38] in "%s" they are running text', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('[W38] within a goal\'s title only what is set off is a mark', () => {
    expect(read('• Move Done cards away', 'goal')).toEqual(['done?'])
    expect(read('• Move cards away Done', 'goal')).toEqual(['done'])
    expect(read('• Move ~~Done cards away', 'goal')).toEqual(['done'])
    expect(read('• Conduct at least N trainings', 'goal')).toEqual([])
  })

  test.each([
    ['will be ~~Done', 'done later'],
    ['should soon be ~~Done', 'done later'],
    ['has to be ~~Done', 'done later'],
    ['is not ~~Done', 'done not'],
    ["isn't quite ~~Done", 'done not'],
    ['has not yet been started at this time ~ To do', 'todo'],
    ['will remain ~ In progress', 'inProgress'],
    ['in danger, and will be part of it ~N~Stalled', 'stalled'],
  ])('[W12] "%s" claims so', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  test('[W14] marks read as plain words, icons and no-break spaces don\'t', () => {
    const line = lineOf('  • now ~N~Blocked, was ~ In progress, will be Yes Done')
    expect(wordingOf({ line, words: statusWordsIn({ line, where: 'note' }) })).toBe('now Blocked, was In progress, will be Done')
  })
})
