import { useState } from 'react'
import { Button } from '../../../../renderer/ui/Button.tsx'
import { Checkbox } from '../../../../renderer/ui/Checkbox.tsx'
import { DateField } from '../../../../renderer/ui/DateField.tsx'
import { Disclosure } from '../../../../renderer/ui/Disclosure.tsx'
import { EditableText } from '../../../../renderer/ui/EditableText.tsx'
import { EmptyState } from '../../../../renderer/ui/EmptyState.tsx'
import { Kbd } from '../../../../renderer/ui/Kbd.tsx'
import { ProgressBar } from '../../../../renderer/ui/ProgressBar.tsx'
import { SegmentedControl } from '../../../../renderer/ui/SegmentedControl.tsx'
import { Select } from '../../../../renderer/ui/Select.tsx'
import { SidePanel } from '../../../../renderer/ui/SidePanel.tsx'
import { Switch } from '../../../../renderer/ui/Switch.tsx'
import { Tag } from '../../../../renderer/ui/Tag.tsx'
import { TagInput } from '../../../../renderer/ui/TagInput.tsx'
import { TextArea } from '../../../../renderer/ui/TextArea.tsx'
import { TextField } from '../../../../renderer/ui/TextField.tsx'
import { TreeToggle } from '../../../../renderer/ui/TreeToggle.tsx'

const quarters = [{ value: 'q1', label: 'Q1', hint: 'Jul–Sep' }, { value: 'q2', label: 'Q2' }, { value: 'q3', label: 'Q3', data: { 'data-quarter': '3' } }] as const
const statuses = [{ value: 'todo', label: 'To do' }, { value: 'done', label: 'Done', hint: 'closed', keys: '6' }] as const

/** What is shown and changed in place. */
export function Facts() {
  const [quarter, setQuarter] = useState<'q1' | 'q2' | 'q3'>('q1')
  const [status, setStatus] = useState<'todo' | 'done'>('todo')
  const [name, setName] = useState('Formalize metrics')
  const [commits, setCommits] = useState(0)
  const [text, setText] = useState('')
  const [isOn, setOn] = useState(true)
  const [isOpen, setOpen] = useState(true)
  const [isPanel, setPanel] = useState(false)
  const [date, setDate] = useState<string | null>('2018-10-02')
  const [teams, setTeams] = useState<readonly string[]>(['SRE'])
  return (
    <section aria-label="Facts">
      <SegmentedControl label="Quarter" value={quarter} segments={quarters} onChange={setQuarter} />
      <EditableText
        label="Name"
        value={name}
        required
        onCommit={(next) => {
          setName(next)
          setCommits((before) => before + 1)
        }}
      />
      <output data-name="commits">{commits}</output>
      <TextField label="Search" value={text} onChange={setText} error={text === 'x' ? 'Not that.' : null} />
      <TextArea label="Note" value={text} onChange={setText} />
      <Select label="Status" value={status} options={statuses} onChange={setStatus} />
      <TagInput label="Teams" values={teams} options={[{ value: 'RelEng', label: 'Release Engineering' }]} onAdd={(team) => setTeams((before) => [...before, team])} onRemove={(team) => setTeams((before) => before.filter((other) => other !== team))} parseNew={(typed) => typed} />
      <output data-name="teams">{teams.join(', ')}</output>
      <DateField label="Date" precision="either" value={date} onCommit={setDate} />
      <Checkbox label="Stretch" checked={isOn} onChange={setOn} />
      <Switch label="Sub-goals" checked={isOn} onChange={setOn} />
      <ProgressBar title="4 of 11 done" total={11} shares={[{ id: 'done', value: 4, color: 'var(--status-done)' }]} />
      <Tag>SRE</Tag>
      <Kbd keys="Ctrl+K" />
      <TreeToggle label="Outcome 1" open={isOpen} onToggle={setOpen} />
      <Disclosure title="Not understood" hint="3 lines" open={isOpen} onOpenChange={setOpen}>Line 12</Disclosure>
      <EmptyState title="No goal fits">Clear a filter.</EmptyState>
      <Button onClick={() => setPanel(true)}>Open panel</Button>
      {isPanel && (
        <SidePanel label="Goal" takeFocus onClose={() => setPanel(false)}>
          <EditableText label="Reason" value="" placeholder="Why?" onCommit={setName} />
          <Select label="Panel status" value={status} options={statuses} onChange={setStatus} />
        </SidePanel>
      )}
    </section>
  )
}
