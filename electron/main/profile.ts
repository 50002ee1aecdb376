import { isAbsolute, join } from 'node:path'
import { app } from 'electron'
import { product, profileFolder } from '../../shared/bridge/product.ts'

/**
 * Names the app and says where its profile lies, before anything asks for either. The folder is frozen for ever: the
 * plans are in it. `QUARTERDECK_PROFILE` names another folder, for tests and for trying things out beside one's plans; a
 * packaged app pays no heed to it, or whoever sets a variable could make all plans seem to be gone.
 */
export function settleProfile(): void {
  app.setName(product.name)
  const other = app.isPackaged ? '' : (process.env['QUARTERDECK_PROFILE'] ?? '')
  app.setPath('userData', isAbsolute(other) ? other : join(app.getPath('appData'), profileFolder))
}
