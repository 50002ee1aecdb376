import type { Program } from '../../shared/model/program.ts'
import { boardText } from '../text/board.ts'

/** A program as lists call it: `TEC3 Deployment Pipeline`. */
export function programLabel({ code, title }: Pick<Program, 'code' | 'title'>): string {
  const words = [code, title].filter((part) => part.trim() !== '')
  return words.length === 0 ? boardText.untitledProgram : words.join(' ')
}
