import { parseServerAddress, serverName } from '../../shared/share/server/server-address.ts'
import type { OpenShare } from '../state/share-store.ts'

/** What people call the place through which a plan is shared: the folder's name, or name and port of the server. */
export function placeName(place: OpenShare): string {
  if (place.kind === 'folder') return place.name
  const parsed = parseServerAddress(place.address)
  return parsed.ok ? serverName(parsed.value.address) : place.address
}
