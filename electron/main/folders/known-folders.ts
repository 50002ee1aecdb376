import { join } from 'node:path'
import { nanoid } from 'nanoid'
import * as v from 'valibot'
import { folderToken } from '../../../shared/bridge/folders.ts'
import { createSmallFile } from '../small-file.ts'

/** The folders that were chosen to share plans in, kept in the profile: towards the page each is a token. */
export interface KnownFolders {
  /** @param path as `realpath` gives it */
  add(path: string): string
  pathOf(token: string): string | null
  forget(token: string): void
}

/** Nobody has so many plans that are shared; the oldest goes when another comes. */
const most = 500

const entry = v.object({ token: folderToken, path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) })
const stored = v.object({ folders: v.array(entry) })

export function createKnownFolders({ profile }: { readonly profile: string }): KnownFolders {
  const file = createSmallFile({ path: join(profile, 'shared-folders.json'), schema: stored, notKept: 'shared folders not kept' })
  let entries: readonly v.InferOutput<typeof entry>[] | null = null
  const known = () => (entries ??= file.read()?.folders.slice(-most) ?? [])
  const become = (next: NonNullable<typeof entries>): void => {
    entries = next
    file.write({ folders: [...next] })
  }
  return {
    add(path) {
      const token = `folder-${nanoid()}`
      become([...known(), { token, path }].slice(-most))
      return token
    },
    pathOf: (token) => known().find((each) => each.token === token)?.path ?? null,
    forget(token) {
      if (known().some((each) => each.token === token)) become(known().filter((each) => each.token !== token))
    },
  }
}
