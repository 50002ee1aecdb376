import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

const titled = (title: string): string => (title === '' ? 'A plan without a title' : `“${isolated(title)}”`)

/** Words of the dialogs with which a share begins and ends. */
export const shareDialogText = {
  cancel: 'Cancel',
  aheadTitle: 'Join this plan?',
  aheadWhy: 'What was written there would stand over what colleagues edit until then without having it. Ask for that clock to be set and join later, or go on all the same: your own clock does not follow, and what you edit here afterwards counts.',
  aheadUntil: 'Until you join, nothing of the plan is on this computer, and nothing is changed where it is shared.',
  joinAllTheSame: 'Join all the same',
  mineTitle: 'Share your plan there?',
  mineIs: (title: string, place: string) => `${titled(title)} is on this computer already, and ${isolated(place)} says that it is of this plan.`,
  mineCalled: (title: string) => (title === '' ? 'It has no title there.' : `It is called “${isolated(title)}” there. If that isn’t the same plan, cancel, and ask whoever gave it to you.`),
  mineOut: 'If you join, all of your plan goes out to everybody who has that place, and what they have written comes in. Until then nothing goes out or comes in.',
  mineLeaves: (place: string) => `It is shared through ${isolated(place)} now. That share ends on this computer when you join; the colleagues there get nothing more from you.`,
  joinMine: 'Join and share',
  folderTitle: 'Share through a folder',
  folderDescription: 'Your colleagues and you take part in a folder that all of your computers have.',
  folderSteps: (name: string) => [
    { what: 'Choose a place your team has', why: 'A folder of Nextcloud, OneDrive, Dropbox or Syncthing, or a network drive.' },
    { what: `“${isolated(name)}” is made in it`, why: 'Each computer writes files of its own there, so nobody’s work is ever overwritten.' },
    { what: 'Colleagues open it', why: 'With “Open a shared folder” on the start screen. From then on changes come and go by themselves, also after days offline.' },
  ],
  choose: 'Choose a place…',
  choosing: 'Choosing…',
  noFolders: 'This browser doesn’t hand out folders',
  noFoldersWhy: 'Chrome, Edge and other browsers built on Chromium do, and so does the desktop app. Here a plan can be shared through a server, or with a file.',
  export: 'Export a file',
  leaves: (place: string) => `The plan is shared through ${isolated(place)} now. That share ends on this computer when the new one begins.`,

  sample: 'Everybody’s sample is one and the same plan: whoever else shares it there works on it with you.',

  serverTitle: { share: 'Share through a server', join: 'Join through a server' },
  serverDescription: {
    share: 'A NATS server with JetStream that your team runs. Changes are at the others within a second.',
    join: 'Paste the address that a colleague has copied for you; it says which server and which plan.',
  },
  address: 'Address of the server',
  addressOfPlan: 'Address of the plan',
  addressHint: { share: 'It begins with wss://. Whoever runs the server can tell you.', join: 'It begins with wss:// and ends in #plan: and some letters.' },
  addressExample: { share: 'wss://nats.example.org', join: 'wss://nats.example.org/#plan:…' },
  signIn: 'Sign-in',
  signIns: { none: 'None', password: 'Password', token: 'Token', creds: 'Credentials file' },
  user: 'User',
  password: 'Password',
  token: 'Token',
  creds: 'Credentials',
  credsHint: 'The text of a .creds file, or choose the file.',
  credsFile: 'Choose the file…',
  credsUnread: 'This file could not be read.',
  missing: { user: 'Say who signs in.', password: 'Type the password.', token: 'Paste the token.', creds: 'Paste what the credentials file holds.' },
  keeps: {
    keyStore: 'It is kept in the key store of this computer, where only you can read it.',
    browser: 'Otherwise it is known until the window is closed or reloaded, and you are asked again. Remembered, whoever uses this computer under your name could read it.',
    nowhere: 'There is no key store on this computer: it is known until the window is closed or reloaded, and you are asked again.',
  },
  remember: 'Remember it in this browser',
  connect: { share: 'Connect and share', join: 'Connect and join' },
  connecting: { share: 'Connecting…', join: 'Joining…' },
  connectHint: 'Enter connects, Esc leaves everything as it is',
  chooseHint: 'Enter chooses, Esc leaves everything as it is',

  leaveTitle: 'Leave the share?',
  leaveDescription: (place: string) => `Shared through ${isolated(place)}`,
  leaveKeeps: 'The plan stays on this computer with all that is in it.',
  leaveFolder: 'The folder stays as it is, and colleagues go on without you.',
  leaveServer: 'What is on the server stays there, and colleagues go on without you.',
  leaveAgain: 'What you change from now on stays here. You can join again at any time, and nothing is lost on either side.',
  leaveWaiting: (count: number) => `${plural(count, 'change has', 'changes have')} not gone out yet. Colleagues get ${count === 1 ? 'it' : 'them'} only if you join again or send a file.`,
  leaveUnknown: 'What has not gone out yet reaches colleagues only if you join again or send a file.',
  leave: 'Leave the share',

  joining: 'Opening the shared plan…',
  joiningFrom: (place: string) => `From ${isolated(place)}. Nothing is changed there.`,
} as const
