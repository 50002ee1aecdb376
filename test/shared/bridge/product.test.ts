import { expect, test } from 'vitest'
import { appOrigin, browserPort, product, profileFolder } from '../../../shared/bridge/product.ts'
import manifest from '../../../package.json' with { type: 'json' }

test('[E1] the name and the release that are shown are those of package.json', () => {
  expect(product).toEqual({ name: manifest.productName, version: manifest.version })
})

test('[E2] where plans are kept never changes: the origin, the folder of the profile, the port', () => {
  expect({ appOrigin, profileFolder, browserPort }).toEqual({
    appOrigin: 'quarterdeck://app',
    profileFolder: 'Quarterdeck',
    browserPort: 4517,
  })
})
