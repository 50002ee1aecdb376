import { expect, test } from 'vitest'
import { membersByAge } from '../../../../renderer/features/merges/members-by-age.ts'
import type { ShareMember } from '../../../../shared/share/share-state.ts'

const member = (replica: string, at: string | null): ShareMember => ({ replica, name: replica, at: at === null ? null : Date.parse(at), lags: true, behind: [] })

test('[D143] computers not heard of for half a year stand apart, but not who has the plan open or doesn’t say when it wrote', () => {
  const members = [member('fresh', '2018-12-06T10:00'), member('edge', '2018-06-07T10:00'), member('retired', '2018-06-01T10:00'), member('back', '2018-01-01T10:00'), member('silent', null)]
  const { active, away } = membersByAge({ members, here: new Set(['back']), today: '2018-12-06' })
  expect([active, away].map((each) => each.map(({ replica }) => replica))).toEqual([['fresh', 'edge', 'back', 'silent'], ['retired']])
})
