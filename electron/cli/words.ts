import type { PageRefusal } from '../../shared/wiki/page/goals-page.ts'

export const pageRefusals: Readonly<Record<PageRefusal, string>> = {
  empty: 'The page is empty.',
  notAGoalsPage: 'This is not a goals page: no heading like "Outcome 1 / Output 1.1" and no "Program Goals and Status" was found.',
  noYear: 'The page says no year: neither "FY18/19" in its heading nor a date in a note.',
  tooLong: 'The page is too long.',
  lineTooLong: 'This line is too long.',
  noteTooLong: 'This note is too long.',
  tooMany: 'The page holds too many goals and notes.',
}

