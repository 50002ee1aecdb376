import { isStatus } from '../../shared/model/status.ts'
import type { Proposal } from '../../shared/wiki/to-plan/proposal.ts'
import { statusLabel } from '../../shared/words/statuses.ts'

/** A proposal as a line: `line 111: 3.1 Q2: supposed that "Adopt more services" is Partially done: "This is now Done"`. */
export function proposalText(proposal: Proposal): string {
  const { line, outputs, quarter, quote, title } = proposal
  const where = [outputs.join('+'), ...(quarter === null ? [] : [`Q${quarter}`])].join(' ')
  return `line ${line}: ${where}: supposed that ${supposed(proposal)}${quote === title ? '' : `: "${quote}"`}`
}

function supposed({ kind, title, proposed, choices }: Proposal): string {
  const label = choices.find((choice) => choice.id === proposed)?.label ?? ''
  switch (kind) {
    case 'status':
      return `"${title}" is ${isStatus(proposed) ? statusLabel[proposed] : label}`
    case 'reason':
      return proposed === 'words' ? `"${title}" has the reason "${label}"` : `"${title}" has no reason`
    case 'scaffold':
      return proposed === 'missing' ? `no note was written for ${label}` : `the note for ${label} counts`
    case 'split':
      return proposed === 'each' ? `"${title}" is a goal for each` : `"${title}" is one goal`
    case 'output':
      return `"${title}" belongs to output ${label}`
    case 'carry':
      return proposed === 'carried' ? `"${title}" is carried over` : `"${title}" is a goal of its own`
    case 'title':
      return `${title} is called by these words, the latest`
    default:
      return kind satisfies never
  }
}
