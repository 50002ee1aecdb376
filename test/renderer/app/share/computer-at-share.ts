import { createShareActions, type ShareActions } from '../../../../renderer/app/share/share-actions.ts'
import { createSharing, type Sharing } from '../../../../renderer/app/share/sharing.ts'
import type { AppStore } from '../../../../renderer/app/app-store.ts'
import type { PlanDesk } from '../../../../renderer/app/plan-desk.ts'
import type { Library, PlanStorage } from '../../../../renderer/data/storage.ts'
import type { ServerAccess, SharedFolders } from '../../../../renderer/host/share-places.ts'
import type { Session } from '../../../../renderer/state/session.tsx'
import { createToaster, type Toaster } from '../../../../renderer/ui/toaster.ts'
import { createThisComputer } from '../../../../renderer/app/this-computer.ts'
import { openIn } from '../../../../renderer/app/plan-desk.ts'
import { createFakeComputer, settled, type FakeComputer } from '../../data/fake-computer.ts'
import { createFakeLocks } from '../../data/fake-locks.ts'
import { deskAtWork } from '../desk-at-work.ts'
import { createMemoryFolders, type MemoryFolders } from './memory-folders.ts'

/** A computer on which windows share plans through folders. */
export interface ComputerAtShare {
  readonly disk: FakeComputer
  readonly folders: MemoryFolders
  readonly openWindow: () => Promise<WindowAtShare>
}

export interface WindowAtShare {
  readonly desk: PlanDesk
  readonly library: Library
  readonly store: AppStore
  readonly session: () => Session
  readonly actions: ShareActions
  readonly placeOf: Sharing['placeOf']
  /** What was told in passing. */
  readonly said: () => readonly string[]
  /** Closes it as a person does: it leaves its plan. */
  readonly close: () => Promise<void>
  /** It is gone at once, and nothing of it goes on. */
  readonly kill: () => void
}

/** No server can be reached here. */
export const noServers: ServerAccess = { keeps: 'nowhere', allow: () => Promise.resolve(false), keepSecret: () => Promise.resolve(false), secret: () => Promise.resolve(null) }

interface ComputerOptions {
  readonly folders?: MemoryFolders
  readonly servers?: ServerAccess
  readonly name?: string
  /** How long its disk takes to write, in milliseconds. */
  readonly writesInMs?: number
  /** How often it looks by itself. */
  readonly pollMs?: number
}

export function computerAtShare({ folders = createMemoryFolders(), servers = noServers, name = 'This laptop', writesInMs = 0, pollMs = 40 }: ComputerOptions = {}): ComputerAtShare {
  const each = { afterEditMs: 5, pollMs, endMs: 1_000 }
  const pauses = { folder: each, server: each }
  const disk = createFakeComputer()
  disk.openWindow().randomBytes(name.length) // computers of different names draw different ids
  const locks = createFakeLocks()
  let slots = 0
  return {
    disk,
    folders,
    openWindow: async () => {
      const { promise: killed, resolve: kill } = Promise.withResolvers<undefined>()
      let isKilled = false
      const mine = {
        // a lock is let go of with its window
        request: (lock: string, options: LockOptions, grant: LockGrantedCallback<unknown>) => locks.request(lock, options, (held) => (isKilled ? undefined : Promise.race([grant(held), killed]))),
      } as Pick<LockManager, 'request'> // the type has two more forms, which nobody calls
      const said: string[] = []
      const own = createToaster()
      const toaster: Toaster = {
        ...own,
        show: (toast) => {
          said.push(`${toast.text} ${toast.detail ?? ''}`.trim())
          return own.show(toast)
        },
      }
      const slot = slots++
      const at = await deskAtWork({ computer: disk, slot, libraryOver: (own) => (writesInMs === 0 ? own : { ...own, openPlan: (id) => writingIn(own.openPlan(id), writesInMs) }) })
      const platform = disk.openWindow()
      const sharing = createSharing({ library: at.library, host: { folders: untilKilled(folders, () => isKilled), servers }, locks: mine, openChannel: platform.openChannel, onWake: () => () => undefined, pauses })
      const stops = new Set<() => void>()
      const thisComputer = createThisComputer({ store: at.store, library: at.library, toaster, current: () => openIn(at.store), problem: () => undefined })
      const desk = at.openDesk({
        onCopied: () => void thisComputer.rename(),
        followShare: (session) => {
          const stop = sharing.follow(session)
          stops.add(stop)
          return stop
        },
      })
      thisComputer.name(name)
      const actions = createShareActions({ ...sharing, store: at.store, desk, toaster, problem: () => undefined })
      return {
        desk,
        library: at.library,
        store: at.store,
        session: at.session,
        actions,
        placeOf: sharing.placeOf,
        said: () => said,
        close: async () => {
          await at.close()
          await settled()
        },
        kill: () => {
          isKilled = true
          kill(undefined)
          const { phase } = at.store.getState()
          if (phase.kind === 'plan') phase.opened.storage.close()
          for (const stop of stops) stop()
        },
      }
    },
  }
}

function writingIn(storage: PlanStorage, ms: number): PlanStorage {
  return {
    ...storage,
    append: async (commits) => {
      await new Promise((done) => setTimeout(done, ms))
      return storage.append(commits)
    },
  }
}

/** Folders as a window reaches them, from which nothing more is heard once it is killed. */
function untilKilled(folders: MemoryFolders, isKilled: () => boolean): SharedFolders {
  const alive = <Answer>(answer: Promise<Answer>): Promise<Answer> => (isKilled() ? new Promise(() => undefined) : answer)
  return {
    ...folders,
    choose: (request) => folders.choose(request),
    open: async (token) => {
      const files = await folders.open(token)
      if (files === null) return null
      return {
        list: () => alive(files.list()),
        read: (path) => alive(files.read(path)),
        write: (path, text, known) => (isKilled() ? new Promise(() => undefined) : files.write(path, text, known)),
        watch: files.watch,
      }
    },
  }
}
