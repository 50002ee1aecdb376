import { expect, test } from 'vitest'
import { formatRoute, parseRoute, type Route } from '../../../renderer/app/route.ts'

test('[U6] an address says plan, screen, quarter and goal, and reads back as it was', () => {
  const routes: readonly Route[] = [
    { plan: 'plan:tec3', screen: 'board', scope: 2, goal: null, moment: null, month: null },
    { plan: 'plan:tec3', screen: 'plan', scope: 'year', goal: 'goal:V1StGXR8Z5', moment: null, month: null },
    { plan: 'plan:tec3', screen: 'board', scope: 'unscheduled', goal: null, moment: null, month: null },
    { plan: 'plan:tec3', screen: 'history', scope: 1, goal: null, moment: 'minute-29912345', month: null },
    { plan: 'plan:tec3', screen: 'exchange', scope: 1, goal: null, moment: null, month: null },
    { plan: 'plan:tec3', screen: 'history', scope: 3, goal: 'goal:V1StGXR8Z5', moment: '2018-11-07', month: null },
    { plan: 'plan:tec3', screen: 'checkin', scope: 2, goal: null, moment: null, month: '2018-12' },
    { plan: 'plan:tec3', screen: 'checkin', scope: 'year', goal: null, moment: null, month: null },
    { plan: 'plan:tec3', screen: 'teams', scope: 2, goal: 'goal:V1StGXR8Z5', moment: null, month: null },
  ]
  for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route)
})

test('[U6] an address of something else leads to the start, and odd parts of ours to the board', () => {
  for (const hash of ['', '#', '#/', '#/goal:x/board/1', '#/%', '#/plan:', '#/__proto__', '#/plan:a%00b']) expect(parseRoute(hash)).toBeNull()
  expect(parseRoute('#/plan:a/nowhere/9/note:x')).toEqual({ plan: 'plan:a', screen: 'board', scope: 1, goal: null, moment: null, month: null })
  expect(parseRoute('#/plan:a/checkin/1/2018-13')).toMatchObject({ screen: 'checkin', month: null })
})
