import { writeFile } from 'node:fs/promises'
import { saveAtomically } from '../../electron/main/atomic-save.ts'

// Saves one file over and over until it is killed; who started it kills it. `plain` saves as most programs do.
const [path = '', how = ''] = process.argv.slice(2)
const save = how === 'plain' ? writeFile : (to: string, text: string) => saveAtomically({ path: to, text })
const texts = ['b'.repeat(2_000_000), 'a'.repeat(2_000_000)]
process.stdout.write('saving\n')
for (let turn = 0; ; turn++) await save(path, texts[turn % 2] ?? '')
