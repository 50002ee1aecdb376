import { clocks } from './campaigns/clocks.ts'
import { damage } from './campaigns/damage.ts'
import { full } from './campaigns/full.ts'
import { tabs } from './campaigns/tabs.ts'
import { upgrade } from './campaigns/upgrade.ts'
import { kill } from './campaigns/kill.ts'
import { walls } from './campaigns/walls.ts'
import type { Campaign } from './harness/figure.ts'

/** In the order in which they are run. */
export const campaigns: readonly Campaign[] = [kill, damage, full, tabs, upgrade, clocks, walls]
