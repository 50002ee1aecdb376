import type { MailFailure } from '../../shared/share/mailbox.ts'
import type { AddressFault } from '../../shared/share/server/server-address.ts'
import { isolated } from './isolated.ts'

const titled = (title: string): string => (title === '' ? 'a plan without a title' : `“${isolated(title)}”`)

/** What is said when a plan begins to be shared, when it no longer is, and why it can't be. */
export const shareActionText = {
  shared: (place: string) => `Shared through ${isolated(place)}`,
  joined: (title: string) => `Joined ${titled(title)}`,
  /** Where one chose what it is shared through anyway. */
  already: (title: string, place: string) => `${titled(title)} is shared through ${isolated(place)} already`,
  left: (place: string) => `The share through ${isolated(place)} was left. The plan stays here as it is.`,

  notJoined: 'The shared plan was not opened',
  notLeft: 'The share was not left',
  noFolders: 'This browser doesn’t hand out folders. Chrome and Edge do, and so does the desktop app; through a server a plan can be shared here too.',
  notChosen: 'The folder could not be opened. Nothing was changed.',
  notKept: 'Where the plan is shared could not be written to this computer. Nothing is shared; try again.',
  noPlan: 'Choose a folder that a colleague has made with “Share through a folder”: its name ends in .planfolder, and it holds plan.json. If it is being copied to this computer just now, try again when that is done.',
  noPlanThere: 'Nobody shares this plan there, or nothing of it has come there yet. Nothing was changed.',
  half: 'What lies there is not whole yet. If it is being copied to this computer just now, try again when that is done. Nothing was changed.',
  newer: 'A newer version of Quarterdeck has written it. Update this one, then try again. Nothing was changed.',
  refused: 'What lies there is no plan that Quarterdeck can read. Nothing was changed.',
  otherPlan: (title: string) => `Another plan is shared there: ${titled(title)}. Nothing was changed.`,
  sharedElsewhere: (title: string, place: string) => `${titled(title)} is on this computer and is shared through ${isolated(place)} already. Leave that share first, then join this one. Nothing was changed.`,
  noPlanInAddress: 'The address says which server it is, and not which plan. Ask your colleague for the whole address; it ends in #plan: and some letters.',
  otherPlanInAddress: 'The address is that of another plan. Leave out what stands from the # on, or use “Join through a server”. Nothing was changed.',
  /** Why a folder can't be read or written. */
  folder: {
    unreachable: 'The folder can’t be reached: its drive may not be connected. Nothing was changed.',
    asks: 'The browser was not allowed to read and write in this folder. Nothing was changed.',
    signIn: 'The browser was not allowed to read and write in this folder. Nothing was changed.',
    refused: 'There is no right to read and write in this folder. Nothing was changed.',
    full: 'The disk is full. Nothing was changed.',
    tooLarge: 'What lies there is larger than a plan can be. Nothing was changed.',
    changed: 'Something else is writing there just now. Try again in a moment. Nothing was changed.',
    gone: 'What is written there doesn’t stay. See what takes it away, and try again.',
    failed: 'The computer refused to read or write in this folder. Nothing was changed.',
  } satisfies Record<MailFailure, string>,
  /** Why a server can't be used. */
  server: {
    unreachable: 'The server could not be reached. Look at the address and at the network, then try again. Nothing was changed.',
    asks: 'Connecting to this server was not allowed. Nothing was changed.',
    signIn: 'The server wants to know who connects. Nothing was changed.',
    refused: 'The server refused, and doesn’t say why. Either the name or the password (or the token) is not right: look at both. Or they have no right to this plan: ask whoever runs the server. Nothing was changed.',
    full: 'The server has no room left for this plan. Whoever runs it can raise its limit. Nothing was changed.',
    tooLarge: 'This plan is larger than the server takes. Whoever runs it can raise its limit. Nothing was changed.',
    changed: 'Something else is writing there just now. Try again in a moment. Nothing was changed.',
    gone: 'What is written there doesn’t stay. See what takes it away, and try again.',
    failed: 'The server answered in a way that can’t be used. It has to be a NATS server with JetStream switched on. Nothing was changed.',
  } satisfies Record<MailFailure, string>,
  address: {
    empty: 'Type or paste the address of a server.',
    tooLong: 'This is too long to be the address of a server.',
    scheme: 'The address of a server for sharing begins with wss://.',
    open: 'Over a network the address has to begin with wss://, so that nobody on the way can read the plan.',
    host: 'The name of the server in this address can’t be right.',
    port: 'The number after the colon in this address is no port.',
    path: 'What stands behind the server’s name in this address can’t be right.',
    plan: 'What stands behind # in this address is no plan.',
  } satisfies Record<AddressFault, string>,
} as const
