/** What the product is called and which release this is: the same as in `package.json`, which a test holds it to. */
export const product = { name: 'Quarterdeck', version: '0.1.0' } as const

/** The two as one: `Quarterdeck 0.1.0`. */
export const productRelease = `${product.name} ${product.version}`

/**
 * Where the page lives in Electron: `quarterdeck://app/`.
 *
 * Frozen for ever. The database belongs to this origin: with another scheme or host every plan on
 * every computer would still lie on the disk, and none would ever be found again.
 */
export const appScheme = 'quarterdeck'
export const appHost = 'app'
export const appOrigin = `${appScheme}://${appHost}` as const

/** The folder Electron keeps the profile in, below the user's folder for applications. Frozen for ever, as above. */
export const profileFolder = 'Quarterdeck'

/** The port of the planner in a browser. Frozen as well: a port is part of an origin, another port is another database. */
export const browserPort = 4517
