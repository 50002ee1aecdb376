import { parseServerAddress, serverName } from '../../../shared/share/server-address.ts'
import type { SharePlace } from '../../data/share-record.ts'
import type { OpenShare } from '../../state/share-store.ts'

/** What people call the place: the folder's name, or name and port of the server. */
export function placeName(place: SharePlace): string {
  if (place.kind === 'folder') return place.name
  const parsed = parseServerAddress(place.address)
  return parsed.ok ? serverName(parsed.value.address) : place.address
}

/** The place as screens see it. */
export function openShareOf(place: SharePlace): OpenShare {
  return place.kind === 'folder' ? { kind: 'folder', name: place.name } : { kind: 'server', address: place.address }
}
