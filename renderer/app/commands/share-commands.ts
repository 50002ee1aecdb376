import type { Command, CommandContext } from './command.ts'

const isOpen = ({ session }: CommandContext): boolean => session !== null

/** Sharing a plan, joining who share one, and leaving. */
export const shareCommands: readonly Command[] = [
  { id: 'share.folder', menu: 'file', group: 'share', keys: [], isEnabled: isOpen, run: ({ app }) => app.shareThroughFolder() },
  { id: 'share.server', menu: 'file', group: 'share', keys: [], isEnabled: isOpen, run: ({ app }) => app.shareThroughServer() },
  { id: 'share.openFolder', menu: 'file', group: 'share', keys: [], run: ({ app }) => app.openSharedFolder() },
  { id: 'share.join', menu: 'file', group: 'share', keys: [], run: ({ app }) => app.joinThroughServer() },
  { id: 'share.leave', menu: 'file', group: 'share', keys: [], isEnabled: ({ session }) => session !== null && session.share.getState().share !== null, run: ({ app }) => app.leaveShare() },
  { id: 'plan.foldHistory', menu: 'file', group: 'share', keys: [], isEnabled: isOpen, run: ({ app }) => app.showFoldHistory() },
]
