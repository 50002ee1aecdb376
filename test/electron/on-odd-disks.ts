import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { saveAtomically } from '../../electron/main/atomic-save.ts'
import { createDiskCopies } from '../../electron/main/copies/disk-copies.ts'
import { tryProfile } from '../../electron/main/try-profile.ts'
import { frameLine, readFramedLines } from '../../shared/copies/framed-line.ts'

// Saves, adds and starts on a disk that is full, and on one that may only be read, and tells what came of it. It mounts them
// below the folder it is given, so it is started where mounts are its own (`unshare --mount`) and end with it.
const [folder = ''] = process.argv.slice(2)
const path = join(folder, 'tec3.plan.json')
const place = { folder: 'plan-a', name: 'journal-0.log' }

mkdirSync(folder, { recursive: true })
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder])
writeFileSync(path, 'old')
writeFileSync(join(folder, 'ballast'), 'x'.repeat(300_000))

const copies = createDiskCopies({ root: join(folder, 'copies') })
const line = frameLine('y'.repeat(9_000))
let added = 0
while ((await copies.append({ ...place, text: line })).ok) added++
const full = {
  profile: tryProfile(folder),
  added: added > 5,
  append: await copies.append({ ...place, text: line }),
  write: await copies.write({ ...place, name: 'backup-1.json', text: 'z'.repeat(500_000) }),
  save: await saveAtomically({ path, text: 'x'.repeat(500_000) }),
  ...state(),
}
rmSync(join(folder, 'ballast'))
const roomAgain = { profile: tryProfile(folder), append: await copies.append({ ...place, text: line }), save: await saveAtomically({ path, text: 'new' }), ...state() }

execFileSync('mount', ['-o', 'remount,ro', folder])
const readOnly = {
  profile: tryProfile(folder),
  append: await copies.append({ ...place, text: line }),
  write: await copies.write({ ...place, text: 'a' }),
  remove: await copies.remove(place),
  save: await saveAtomically({ path, text: 'newer' }),
  ...state(),
}
process.stdout.write(JSON.stringify({ full, roomAgain, readOnly }))

function state() {
  const journal = readFramedLines(readFileSync(join(folder, 'copies', 'plan-a', 'journal-0.log'), 'utf8'))
  const beside = [...readdirSync(folder), ...readdirSync(join(folder, 'copies', 'plan-a'))].filter((name) => name.startsWith('.'))
  return { file: readFileSync(path, 'utf8'), lines: journal.texts.length - added, spoilt: journal.spoilt, beside }
}
