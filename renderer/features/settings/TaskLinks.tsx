import { useState, type ReactNode } from 'react'
import { editMembers } from '../../../shared/edits/edit-fields.ts'
import type { Plan } from '../../../shared/model/plan.ts'
import { checkTaskLink, formatTaskLink, taskAddress, typedTaskLink } from '../../../shared/plan/task-links.ts'
import { useSession } from '../../state/session.tsx'
import { settingsText } from '../../text/settings.ts'
import { TextField } from '../../ui/TextField.tsx'
import styles from './PlanSettings.module.css'
import { SettingsList } from './SettingsList.tsx'

const exampleDigits = '205923'

/** How ids of tasks are written, and where they lie; checked as one types, with an example. */
export function TaskLinks({ plan }: { readonly plan: Plan }): ReactNode {
  const { plan: store } = useSession()
  const [id, setId] = useState('')
  const [address, setAddress] = useState('')
  const [isAsked, setAsked] = useState(false)
  const typed = { id: id.trim(), address: address.trim() }
  const checked = checkTaskLink(typed)
  const isTaken = plan.taskLinks.some((member) => typedTaskLink(member).id === typed.id && checkTaskLink(typedTaskLink(member)).ok)
  const isBegun = typed.id !== '' && typed.address !== ''

  const write = (members: readonly string[]): void => {
    const { view, act } = store.getState()
    act({ action: 'planEdited', subject: plan.title }, editMembers({ view, on: plan.id, field: 'taskLinks', members }))
  }
  const add = (): void => {
    setAsked(true)
    if (!checked.ok || isTaken) return
    write([...plan.taskLinks, formatTaskLink(typed)])
    setId('')
    setAddress('')
    setAsked(false)
  }
  const told = isTaken ? settingsText.taskTaken(typed.id) : checked.ok ? exampleOf(typed) : isBegun || isAsked ? settingsText.taskWrong[checked.problem] : ''
  return (
    <SettingsList
      title={settingsText.taskLinks}
      hint={settingsText.taskLinksHint}
      empty={settingsText.noTaskLinks}
      rows={plan.taskLinks.map((member) => ({ member, what: <Link member={member} />, removeLabel: settingsText.removeTaskLink(typedTaskLink(member).id) }))}
      onRemove={(member) => write(plan.taskLinks.filter((each) => each !== member))}
      fields={
        <>
          <TextField label={settingsText.taskId} className={styles.short} value={id} placeholder={settingsText.taskIdPlaceholder} onChange={setId} />
          <TextField label={settingsText.taskAddress} value={address} placeholder={settingsText.taskAddressPlaceholder} onChange={setAddress} />
        </>
      }
      told={told}
      isWrong={isTaken || !checked.ok}
      addLabel={settingsText.addTaskLink}
      onAdd={add}
    />
  )
}

function Link({ member }: { readonly member: string }): ReactNode {
  const { id, address } = typedTaskLink(member)
  const { ok } = checkTaskLink({ id, address })
  return (
    <>
      <code>{id}</code> <span className={styles.to}>{address}</span>
      {!ok && <em className={styles.wrong}> {settingsText.passedOver}</em>}
    </>
  )
}

function exampleOf(typed: { readonly id: string; readonly address: string }): string {
  const checked = checkTaskLink(typed)
  const task = typed.id.replace('#', exampleDigits)
  return settingsText.taskExample(task, checked.ok ? (taskAddress([checked.link], task) ?? '') : '')
}
