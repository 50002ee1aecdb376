import { createMemoryMailbox, createMemoryPlace, lay } from './memory-mailbox.ts'
import { testMailboxLaws } from './mailbox-laws.ts'

testMailboxLaws({
  title: 'memory',
  open: async () => {
    const place = createMemoryPlace()
    return { mailbox: createMemoryMailbox(place), other: createMemoryMailbox(place), layForeign: async () => void lay(place, 'notes.json', '{}'), close: async () => {} }
  },
})
