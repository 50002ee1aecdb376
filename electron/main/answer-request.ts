import { assetOf } from '../../shared/bridge/asset-path.ts'
import { safetyHeaders } from '../../shared/bridge/content-policy.ts'
import { appOrigin } from '../../shared/bridge/product.ts'
import { readAsset } from '../read-asset.ts'
import { codeOf, log } from './log.ts'
import { isOurAddress } from './origin.ts'

interface AppRequest {
  readonly url: string
  readonly method: string
  /** Who asked, when a page did; absent for what the app itself asked for. */
  readonly initiatorOrigin?: string
}

/** The answer to one request: a file of the build, or a refusal that says nothing of why. */
export async function answerRequest(options: { readonly request: AppRequest; readonly root: string }): Promise<Response> {
  const { request, root } = options
  const initiator = request.initiatorOrigin
  if (request.method !== 'GET' || !isOurAddress(request.url)) return refusal(403)
  if (initiator !== undefined && initiator !== appOrigin) return refusal(403)
  const asset = assetOf(URL.parse(request.url)?.pathname ?? '')
  if (asset === null) return refusal(404)
  try {
    const body = await readAsset({ root, asset })
    return new Response(new Uint8Array(body), { headers: { ...safetyHeaders, 'Content-Type': asset.mediaType } })
  } catch (error) {
    log('asset missing', { code: codeOf(error) })
    return refusal(404)
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: safetyHeaders })
}
