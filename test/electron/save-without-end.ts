import { saveAtomically } from '../../electron/main/atomic-save.ts'

// Saves one file over and over until it is killed; the test beside it kills it.
const [path = ''] = process.argv.slice(2)
const texts = ['b'.repeat(2_000_000), 'a'.repeat(2_000_000)]
process.stdout.write('saving\n')
for (let turn = 0; ; turn++) await saveAtomically({ path, text: texts[turn % 2] ?? '' })
