import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskFolder } from '../../../electron/main/folders/disk-folder.ts'
import { createFolderMailbox } from '../../../shared/share/folder/folder-mailbox.ts'
import { testMailboxLaws } from '../../shared/share/mailbox-laws.ts'

testMailboxLaws({
  title: 'a folder on a disk',
  open: async () => {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-laws-')))
    const open = () => createFolderMailbox({ files: createDiskFolder({ root }), now: Date.now })
    const [mailbox, other] = [open(), open()]
    return {
      mailbox,
      other,
      layForeign: async () => {
        await mkdir(join(root, 'replicas/inner'), { recursive: true })
        for (const foreign of ['notes.txt', 'plan (conflicted copy).json', 'replicas/Thumbs.db', 'replicas/.k3f09ab2c2.json', 'replicas/inner/k3f09ab2c2.json', 'replicas/k3f09ab2c1 (Kopie).json']) await writeFile(join(root, foreign), '{}')
        await symlink('/etc/passwd', join(root, 'replicas/k3f09ab2c3.json'))
      },
      close: async () => {
        await Promise.all([mailbox.close(), other.close()])
        await rm(root, { recursive: true, force: true })
      },
    }
  },
})
