import type { NoteId } from '../../../shared/model/ids.ts'
import { checkInNow } from '../../parts/check-in-shown.ts'
import type { Session } from '../../state/session.tsx'
import { checkInOfPlan, type Place } from './checkin-store.ts'
import { placeAfter, placeBefore, placeIn, placeShown } from './place.ts'

const trailLength = 200

/** Goes to a place, with the focus unless somebody only walks the list. */
export function goTo(session: Session, place: Place, { withFocus = true }: { readonly withFocus?: boolean } = {}): void {
  const store = checkInOfPlan(session)
  const here = placeNow(session)
  const { trail } = store.getState()
  store.setState({ place, trail: isSame(here, place) ? trail : [...trail, here].slice(-trailLength), wantsFocus: withFocus })
}

/** Leaves the goal as it is, with what was typed. */
export function skip(session: Session): void {
  goTo(session, placeAfter(checkInNow(session), placeNow(session)))
}

/** Back to where one came from, else to the goal above. */
export function goBack(session: Session): void {
  const store = checkInOfPlan(session)
  const { trail } = store.getState()
  const last = trail.at(-1) ?? placeBefore(checkInNow(session), placeNow(session))
  if (last !== null) store.setState({ place: last, trail: trail.slice(0, -1), wantsFocus: true })
}

export function finish(session: Session): void {
  goTo(session, { kind: 'summary' })
}

/** Goes on after a note was written where one is. */
export function goOn(session: Session, { note, from }: { readonly note: NoteId; readonly from: Place }): void {
  const store = checkInOfPlan(session)
  store.setState({ written: [...store.getState().written, note] })
  goTo(session, placeAfter(checkInNow(session), from))
}

/** Counts anew what is written, and stays where one was, but for how it all stood: there may be another goal by now. */
export function enter(session: Session): void {
  const store = checkInOfPlan(session)
  const { place } = store.getState()
  store.setState({ written: [], trail: [], place: placeIn(checkInNow(session), place?.kind === 'summary' ? null : place) })
}

/** Another month begins where nobody has been yet. */
export function chooseMonth(session: Session, month: string): void {
  session.ui.getState().checkInFor(month)
  checkInOfPlan(session).setState({ place: placeIn(checkInNow(session), null) })
}

function placeNow(session: Session): Place {
  return placeShown(checkInNow(session), checkInOfPlan(session).getState().place)
}

function isSame(a: Place, b: Place): boolean {
  return a.kind === b.kind && (a.kind === 'goal' && b.kind === 'goal' ? a.goal === b.goal : a.kind === 'output' && b.kind === 'output' ? a.output === b.output : true)
}
