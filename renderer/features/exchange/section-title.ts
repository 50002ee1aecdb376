import type { ReviewSection } from '../../../shared/review/review-row.ts'
import { mergeText } from '../../text/exchange.ts'

/** What a section of a review is called; `by` is where the file was written, or empty. */
export function sectionTitle(section: ReviewSection, by: string): string {
  return section === 'changed' ? mergeText.sections.changed(by) : mergeText.sections[section]
}
