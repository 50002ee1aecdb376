import type { TaskLinkProblem } from '../../shared/plan/task-links.ts'

export const settingsText = {
  title: 'Plan settings',
  of: (title: string) => `They belong to ${title === '' ? 'the plan' : `“${title}”`} and go along in its file.`,
  done: 'Done',
  open: 'Plan settings…',

  taskLinks: 'Task links',
  taskLinksHint: 'How ids of tasks are written, and where they lie. # stands for the digits.',
  taskId: 'Id',
  taskIdPlaceholder: 'T#',
  taskAddress: 'Address',
  taskAddressPlaceholder: 'https://phabricator.wikimedia.org/T#',
  noTaskLinks: 'Ids of tasks lead nowhere yet.',
  taskExample: (id: string, address: string) => `${id} leads to ${address}`,
  taskWrong: {
    noSign: 'Write the id with one # for its digits: T#.',
    badId: 'Before the # stand up to 20 letters, digits, -, _ or /, at least one of them a letter, and nothing after it.',
    badAddress: 'Write an address that begins with https:// or http:// and has one # in its path.',
    tooLong: 'Id and address are longer than 199 characters together.',
  } satisfies Readonly<Record<TaskLinkProblem, string>>,
  taskTaken: (id: string) => `There is a link for ${id} already: remove it first.`,
  passedOver: 'is not understood, and passed over',
  addTaskLink: 'Add the link',
  removeTaskLink: (id: string) => `Remove the link for ${id}`,

  statusWords: 'Status words',
  statusWordsHint: 'Words by which the pages of your team call a status; they are understood when a page is read.',
  word: 'Word',
  wordPlaceholder: 'Fertig',
  status: 'Status',
  noStatusWords: 'Pages are read with the words of the app only.',
  wordWrong: 'A word has no = in it, and at most 60 characters.',
  wordTaken: (word: string) => `“${word}” has its status already: remove it first.`,
  addWord: 'Add the word',
  removeWord: (word: string) => `Remove “${word}”`,
} as const
