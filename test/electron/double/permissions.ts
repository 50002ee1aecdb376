import { lineTo } from './chromium.ts'
import { toPage } from './origins.ts'
import type { Page } from './page.ts'

/** The permissions a spec asks about: as Electron calls them, and as Chromium does. */
const permissions = [
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['midi', { name: 'midi' }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
] as const

/** Lets Chromium grant what both of main's handlers grant, and deny the rest. */
export async function settlePermissions(contents: Page): Promise<void> {
  const { origin, url } = contents.mainFrame
  for (const [name, permission] of permissions) {
    const granted = await contents.session.grants({ contents, name, origin, url })
    await lineTo().send('Browser.setPermission', { permission, setting: granted ? 'granted' : 'denied', origin: toPage(origin) })
  }
}
