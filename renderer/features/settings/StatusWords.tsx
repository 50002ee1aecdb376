import { useState, type ReactNode } from 'react'
import { editMembers } from '../../../shared/edits/edit-fields.ts'
import type { Plan } from '../../../shared/model/plan.ts'
import { formatStatusWord, parseStatusWord } from '../../../shared/model/status-word.ts'
import type { Status } from '../../../shared/model/status.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { statusOptions } from '../../parts/status-options.tsx'
import { useSession } from '../../state/session.tsx'
import { settingsText } from '../../text/settings.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './PlanSettings.module.css'
import { SettingsList } from './SettingsList.tsx'

const wordLimit = 60

/** Words by which pages of the team call a status. */
export function StatusWords({ plan }: { readonly plan: Plan }): ReactNode {
  const { plan: store } = useSession()
  const [typed, setWord] = useState('')
  const [status, setStatus] = useState<Status>('done')
  const word = typed.replace(/\s+/g, ' ').trim()
  const isWrong = word.includes('=') || word.length > wordLimit
  const isTaken = plan.statusWords.some((member) => parseStatusWord(member)?.word.toLowerCase() === word.toLowerCase())

  const write = (members: readonly string[]): void => {
    const { view, act } = store.getState()
    act({ action: 'planEdited', subject: plan.title }, editMembers({ view, on: plan.id, field: 'statusWords', members }))
  }
  const add = (): void => {
    if (word === '' || isWrong || isTaken) return
    write([...plan.statusWords, formatStatusWord({ word, status })])
    setWord('')
  }
  return (
    <SettingsList
      title={settingsText.statusWords}
      hint={settingsText.statusWordsHint}
      empty={settingsText.noStatusWords}
      rows={plan.statusWords.map((member) => ({ member, what: <Word member={member} />, removeLabel: settingsText.removeWord(parseStatusWord(member)?.word ?? member) }))}
      onRemove={(member) => write(plan.statusWords.filter((each) => each !== member))}
      fields={
        <>
          <TextField label={settingsText.word} value={typed} placeholder={settingsText.wordPlaceholder} onChange={setWord} />
          <Select<Status> label={settingsText.status} className={styles.select} value={status} options={statusOptions} onChange={setStatus} />
        </>
      }
      told={isWrong ? settingsText.wordWrong : isTaken ? settingsText.wordTaken(word) : ''}
      isWrong
      addLabel={settingsText.addWord}
      onAdd={add}
    />
  )
}

function Word({ member }: { readonly member: string }): ReactNode {
  const said = parseStatusWord(member)
  if (said === null) {
    return (
      <>
        <code>{member}</code> <em className={styles.wrong}>{settingsText.passedOver}</em>
      </>
    )
  }
  return (
    <>
      <span className={styles.word}>{said.word}</span> <StatusName status={said.status} />
    </>
  )
}
