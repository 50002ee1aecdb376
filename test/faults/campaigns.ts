import { clocks } from './campaigns/clocks.ts'
import { copies } from './campaigns/copies.ts'
import { damage } from './campaigns/damage.ts'
import { desktop } from './campaigns/desktop.ts'
import { full } from './campaigns/full.ts'
import { kill } from './campaigns/kill.ts'
import { tabs } from './campaigns/tabs.ts'
import { upgrade } from './campaigns/upgrade.ts'
import { walls } from './campaigns/walls.ts'
import { writer } from './campaigns/writer.ts'
import type { Campaign } from './harness/figure.ts'

/** In the order in which they are run. */
export const campaigns: readonly Campaign[] = [kill, damage, copies, desktop, full, tabs, upgrade, clocks, writer, walls]
