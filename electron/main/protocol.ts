import { protocol } from 'electron'
import { appScheme } from '../../shared/bridge/product.ts'
import { answerRequest } from './answer-request.ts'

/** Must run before the app is ready: `standard` gives the page an origin, `secure` lets it use what the web keeps for https. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page, and nothing else, at `quarterdeck://app/`. */
export function serveApp(options: { readonly root: string }): void {
  protocol.handle(appScheme, (request) => answerRequest({ request, root: options.root }))
}
