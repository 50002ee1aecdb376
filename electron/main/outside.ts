import { shell } from 'electron'
import { isExternalAddress } from '../../shared/bridge/external-address.ts'
import { codeOf, log } from './log.ts'

/**
 * Hands an address to what the computer opens it with. Returns false when it may not be opened or nothing opens it.
 * What is passed on is what `URL` made of it, not what was asked for: the two may be read differently.
 */
export async function openOutside(address: string): Promise<boolean> {
  const url = URL.parse(address)
  if (url === null || !isExternalAddress(url)) return false
  try {
    await shell.openExternal(url.href)
    return true
  } catch (error) {
    log('open outside failed', { code: codeOf(error) })
    return false
  }
}
