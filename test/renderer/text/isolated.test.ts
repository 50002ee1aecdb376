import { describe, expect, test } from 'vitest'
import { doneText } from '../../../renderer/text/actions.ts'
import { appText } from '../../../renderer/text/app.ts'
import { removedText } from '../../../renderer/text/backups.ts'
import { shellText } from '../../../renderer/text/board.ts'
import { mergeText } from '../../../renderer/text/exchange.ts'
import { isolated } from '../../../renderer/text/isolated.ts'
import { exchangeLine, takeBackText } from '../../../renderer/text/merges.ts'
import { shareActionText } from '../../../renderer/text/share-actions.ts'
import { snapshotText } from '../../../renderer/text/snapshots.ts'
import { startText } from '../../../renderer/text/start.ts'

/** How many directions a text leaves open, or ends without having begun them. */
function loose(text: string): number {
  let open = 0
  for (const [mark] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (mark === '\u2069' || mark === '\u202C') open -= 1
    else open += 1
    if (open < 0) return open
  }
  return open
}

describe('[U220] what people wrote turns no sentence of ours round', () => {
  test('what is written from the left stays as it is, marks of direction are left out, what is written from the right is set apart', () => {
    expect(['Our year', 'Größe 计划 😀', 'a\u202Eb\u2069c\u202Ad', 'שנה', 'عام \u202E1', 'a\u200Fb'].map(isolated)).toEqual(['Our year', 'Größe 计划 😀', 'abcd', '\u2068שנה\u2069', '\u2068عام 1\u2069', '\u2068a\u200Fb\u2069'])
  })

  const sentences: Readonly<Record<string, (name: string) => string>> = {
    'opened a copy': appText.openedCopy,
    opened: (name) => appText.opened(name, 3, name),
    exported: appText.exported,
    'not opened': appText.fileRefused,
    merged: (name) => appText.merged(name, 2),
    'the heading of a merge': (name) => mergeText.title(name, name),
    'the heading of a new plan': mergeText.titleNew,
    'what a file is': (name) => mergeText.description({ file: name, when: 'today', by: name }),
    'the button of all plans': shellText.allPlans,
    'a deed': (subject) => doneText({ action: 'goalRenamed', subject }),
    'removing a plan': startText.removeTitle,
    'removing its backups': removedText.forgetTitle,
    'the last exchange': (name) => exchangeLine.exported(name, 'today'),
    'taking back a merge': takeBackText.title,
    'a plan that is shared': (name) => shareActionText.shared(name),
    'a plan that was joined': shareActionText.joined,
    'a share elsewhere': (name) => shareActionText.sharedElsewhere(name, name),
    'a share that was left': shareActionText.left,
    'a share among what was exchanged': (name) => exchangeLine.shared(name, 'today'),
    'a snapshot': (name) => snapshotText.keptAndSaved('Q2', name),
  }
  test.each(Object.entries(sentences))('%s', (_name, sentence) => {
    for (const name of ['\u202Eevil', 'a\u2067b', 'stray\u2069', '\u2068\u2069\u202C']) expect(sentence(name)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
    expect([sentence('שנה').includes('\u2068שנה\u2069'), loose(sentence('שנה'))]).toEqual([true, 0])
    expect(sentence('Our year')).not.toMatch(/[\u2066-\u2069]/)
  })
})
