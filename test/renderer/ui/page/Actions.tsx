import { Ellipsis } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../../../renderer/ui/Button.tsx'
import { Chip } from '../../../../renderer/ui/Chip.tsx'
import { CommandPalette } from '../../../../renderer/ui/CommandPalette.tsx'
import { ContextMenu } from '../../../../renderer/ui/ContextMenu.tsx'
import { Dialog } from '../../../../renderer/ui/Dialog.tsx'
import { EditableText } from '../../../../renderer/ui/EditableText.tsx'
import { IconButton } from '../../../../renderer/ui/IconButton.tsx'
import { Menu } from '../../../../renderer/ui/Menu.tsx'
import type { MenuEntry } from '../../../../renderer/ui/menu-entry.ts'
import { Popover } from '../../../../renderer/ui/Popover.tsx'
import { useAnnounce } from '../../../../renderer/ui/Announcer.tsx'
import { useToast } from '../../../../renderer/ui/toaster.ts'

/** What is pressed and what it opens. */
export function Actions() {
  const [isDialog, setDialog] = useState(false)
  const [isPalette, setPalette] = useState(false)
  const [isStretch, setStretch] = useState(false)
  const [quarter, setQuarter] = useState('q2')
  const [title, setTitle] = useState('Adopt services')
  const toast = useToast()
  const announce = useAnnounce()
  const commands = useMemo(() => Array.from({ length: 500 }, (_, at) => ({ id: `c${at}`, label: `Command ${at}`, group: at < 250 ? 'First' : 'Second', keys: 'Ctrl+Shift+E' })), [])
  const entries = (): readonly MenuEntry[] => [
    { kind: 'item', id: 'rename', label: 'Rename', icon: <Ellipsis />, keys: 'E', onSelect: () => announce('Renamed') },
    { kind: 'submenu', id: 'move', label: 'Move to', entries: [{ kind: 'choice', id: 'quarter', label: 'Quarter', value: quarter, onChange: setQuarter, options: [{ id: 'q1', label: 'Q1' }, { id: 'q2', label: 'Q2' }] }] },
    { kind: 'check', id: 'stretch', label: 'Stretch', checked: isStretch, onChange: setStretch },
    { kind: 'separator', id: 'line' },
    { kind: 'group', id: 'more', label: 'More', entries: [{ kind: 'item', id: 'gone', label: 'Not now', disabled: true, onSelect: () => announce('Never') }] },
    { kind: 'item', id: 'delete', label: 'Delete', danger: true, onSelect: () => toast.show({ text: 'Goal deleted', action: { label: 'Undo', keys: 'Ctrl+Z', onPress: () => announce('Back again') } }) },
  ]
  return (
    <section aria-label="Actions">
      <Menu trigger={<Button>Menu</Button>} entries={entries} />
      <Menu trigger={<IconButton label="More" icon={<Ellipsis />} />} entries={entries} />
      <ContextMenu label="Goal" entries={entries}>
        <button type="button">Card</button>
      </ContextMenu>
      <Popover label="Teams" titled trigger={<Chip label="Team" count={2} />}>
        <Button size="small">Clear</Button>
      </Popover>
      <Button variant="primary" onClick={() => setDialog(true)}>Open dialog</Button>
      <Button keys="Ctrl+K" onClick={() => setPalette(true)}>Commands</Button>
      <Button variant="quiet" onClick={() => toast.show({ tone: 'problem', text: 'Not saved', detail: 'What you typed is kept.' })}>Fail</Button>
      <output>{`${quarter} ${String(isStretch)}`}</output>
      <Dialog open={isDialog} onOpenChange={setDialog} title="New goal" description="It is in no quarter yet." onSubmit={() => setDialog(false)} footerHint="Enter creates it" footer={<Button type="submit" variant="primary">Create</Button>}>
        <EditableText label="Title" value={title} onCommit={setTitle} />
        <Menu trigger={<Button>Inside</Button>} entries={entries} />
      </Dialog>
      {isPalette && <CommandPalette onClose={() => setPalette(false)} label="Commands" items={commands} empty="Nothing found" onRun={({ label }) => announce(`${label} run`)} />}
    </section>
  )
}
