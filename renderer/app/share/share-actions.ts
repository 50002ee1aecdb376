/** What a person says of a server. */
export interface ServerEntry {
  /** As it was typed or pasted. */
  readonly address: string
  /** Empty where there is none, as with a token or the text of a credentials file. */
  readonly user: string
  /** The password, the token, or the text of a credentials file; empty where the server asks for none. */
  readonly secret: string
}

/** What the app does about shares: what commands begin, and what the dialogs that they open go on with. */
export interface ShareActions {
  /** Begins to share the open plan through a folder: says first what that means. */
  readonly shareThroughFolder: () => void
  readonly shareThroughServer: () => void
  /** Lets a person choose a folder in which a colleague shares a plan, and joins them. */
  readonly openSharedFolder: () => void
  readonly joinThroughServer: () => void
  /** Asks whether to leave the share. */
  readonly leaveShare: () => void
  /** Lets a person choose where the folder is made, and shares the open plan there. Why it can't be, in a sentence; null where it is, or none was chosen. */
  readonly chooseShareFolder: () => Promise<string | null>
  /** Shares the open plan through a server, or joins who share there; closes the dialog. Why it can't, in a sentence, or null. */
  readonly connectServer: (purpose: 'share' | 'join', server: ServerEntry) => Promise<string | null>
  /** Leaves the share; the plan stays, and so does what lies in the folder or on the server. */
  readonly endShare: () => Promise<void>
  /** Gives up reading a shared plan. */
  readonly cancelJoining: () => void
}
