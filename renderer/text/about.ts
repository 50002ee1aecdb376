import { product } from '../../shared/bridge/product.ts'

export const aboutText = {
  title: `About ${product.name}`,
  what: 'Plans a year, quarter by quarter, on this computer.',
  release: 'Release',
  licence: 'Licence',
  licenceName: 'MIT: free to use, to change and to pass on',
  runsOn: 'Runs on',
  data: 'Your plans',
  dataIn: {
    desktop: 'in the folder of this app in your profile on this computer',
    browser: (address: string) => `in this browser on this computer, for the address ${address}`,
  },
  network: 'Network',
  nothingLeaves: 'Nothing leaves this computer unless you send a file or share a plan, and then it goes to that folder or server alone. The planner looks for no updates and reports nothing by itself.',
  diagnostics: 'Diagnostics',
  diagnosticsHint: 'versions, counts and states; nothing that you wrote',
  noDiagnostics: 'They could not be put together. Close this and try again.',
  copy: 'Copy diagnostics',
  showFolder: 'Show data folder',
  close: 'Close',
  copied: 'Diagnostics copied',
  copiedHint: 'They hold versions, counts and states, and nothing that you wrote. Look through them before you send them.',
  notCopied: 'The diagnostics were not copied',
  notCopiedHint: 'The browser lets nothing be copied here. They stand under Help, About Quarterdeck, to be selected by hand.',
  folderNotShown: 'The folder could not be shown: no file manager opened it.',
} as const
