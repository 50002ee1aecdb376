import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openApp, type OpenApp } from './app.ts'
import { planTree, type PlanTree } from './plan-tree.ts'

/** What a spec about the plan screen works with; there once the spec runs. */
export interface PlanScreen {
  readonly page: Page
  readonly tree: PlanTree
  readonly complaints: OpenApp['complaints']
}

/** Opens one app for all specs of a file; the whole tree is in sight when each begins. */
export function planScreen(): PlanScreen {
  let app: Awaited<ReturnType<typeof openApp>>
  let tree: PlanTree
  beforeAll(async () => {
    app = await openApp({ reducedMotion: 'reduce' })
    tree = planTree(app.page)
  })
  afterAll(async () => {
    await app.close()
  })
  beforeEach(async () => {
    await tree.show()
  })
  return {
    get page() {
      return app.page
    },
    get tree() {
      return tree
    },
    get complaints() {
      return app.complaints
    },
  }
}
