import type { SafeStorage } from 'electron'
import { app } from './app.ts'

type Used = 'decryptString' | 'encryptString' | 'getSelectedStorageBackend' | 'isEncryptionAvailable'

/** A spec says of a start that there is no key store (`none`), or that it is the one that keeps nothing secret (`basic_text`). */
const keys = process.env['QUARTERDECK_DOUBLE_KEYS'] ?? 'gnome_libsecret'
const mark = 'sealed:'

function ready(): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready')
}

/** Turns every bit over: what is sealed doesn't hold what was sealed, and nothing else is shown by it. */
export const safeStorage: Pick<SafeStorage, Used> = {
  isEncryptionAvailable: () => app.isReady() && keys !== 'none',
  getSelectedStorageBackend: () => (keys === 'none' || !app.isReady() ? 'unknown' : (keys as ReturnType<SafeStorage['getSelectedStorageBackend']>)), // a word of a spec
  encryptString(text) {
    ready()
    return Buffer.concat([Buffer.from(mark), Buffer.from(text).map((byte) => byte ^ 0xff)])
  },
  decryptString(sealed) {
    ready()
    if (!sealed.toString().startsWith(mark)) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return Buffer.from(sealed.subarray(mark.length).map((byte) => byte ^ 0xff)).toString()
  },
}
