import type { Status } from '../../../shared/model/status.ts'
import type { PageTemplate } from '../../../shared/wiki/source/wikitext-lines.ts'
import { Listing } from '../../parts/Listing.tsx'
import { statusOptions } from '../../parts/status-options.tsx'
import { pageText } from '../../text/exchange.ts'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { templateRows, type SaidTemplate, type SaidTemplates } from './said-templates.ts'
import styles from './UnknownTemplates.module.css'

export interface UnknownTemplatesProps {
  readonly templates: readonly PageTemplate[]
  readonly said: SaidTemplates
  readonly onSay: (said: SaidTemplate) => void
}

const options: readonly SelectOption<Status | 'none'>[] = [
  { value: 'none', label: pageText.templateNothing },
  ...statusOptions,
]

/** The templates of a wiki page that nobody has said the meaning of, with the lines in which they stand. */
export function UnknownTemplates({ templates, said, onSay }: UnknownTemplatesProps) {
  return (
    <Listing title={pageText.templates} hint={pageText.templatesHint} items={templateRows(templates, said)} keyOf={({ name }) => name} first={6}>
      {({ name, lines, status }) => (
        <div className={styles.row}>
          <code className={styles.name}>{`{{${name}}}`}</code>
          <span className={styles.lines}>{pageText.templateLines(lines)}</span>
          <div className={styles.meaning}>
            <Select label={pageText.templateMeans(name)} hideLabel value={status ?? 'none'} options={options} onChange={(chosen) => onSay({ name, lines, status: chosen === 'none' ? null : chosen })} />
          </div>
        </div>
      )}
    </Listing>
  )
}
