import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callNames } from '../../shared/bridge/names.ts'
import { servePlainly } from '../faults/campaigns/plain-server.ts'
import { hostileAddresses, hostilePaths } from '../faults/hostile-addresses.ts'
import { throwAtScheme, throwAtServer } from '../faults/throw-addresses.ts'
import { throwFromWrongFrames, throwMalformedCalls, wrongFrames } from '../faults/throw-calls.ts'

// The short form of `npm run faults -- walls`, which makes ten thousand calls of each.

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue()) // the app's log says of each refusal that it was one
afterEach(() => void vi.restoreAllMocks())

test('[X4] no address, however it is written, gets a byte from outside the build out of the custom scheme', async () => {
  expect(new Set(hostileAddresses).size).toBeGreaterThan(300)
  const { thrown, served, leaked, uncaught } = await throwAtScheme()
  expect({ leaked, uncaught }).toEqual({ leaked: [], uncaught: [] })
  expect(thrown).toBe(hostileAddresses.length * 3)
  expect(served).toBeLessThan(10) // a few lead to the page itself, which is no secret
})

test('[X5] nor out of the static server, asked over a bare connection, and it goes on serving', async () => {
  expect(new Set(hostilePaths).size).toBeGreaterThan(300)
  const { thrown, served, leaked, uncaught } = await throwAtServer()
  expect({ leaked, uncaught }).toEqual({ leaked: [], uncaught: [] })
  expect(thrown).toBeGreaterThan(hostilePaths.length)
  expect(served).toBeGreaterThan(0)
})

test('[X5] what is thrown at it finds the holes of a server that has some', async () => {
  const { leaked } = await throwAtServer(servePlainly)
  expect(leaked.length).toBeGreaterThan(10)
})

test.each(callNames)('[X6] a malformed call of %s is refused, without a word of why', async (name) => {
  const { thrown, accepted, told } = await throwMalformedCalls({ name, count: 500, seed: 7 })
  expect({ thrown, accepted, told }).toEqual({ thrown: 500, accepted: [], told: [] })
})

test.each(callNames)('[X7] %s is not answered for a frame that is not the page, is gone, or goes while it is looked at', async (name) => {
  const { thrown, fitting, accepted, told } = await throwFromWrongFrames({ name, count: 60, seed: 7 })
  expect({ thrown, accepted, told }).toEqual({ thrown: 60 * Object.keys(wrongFrames).length, accepted: [], told: [] })
  expect(fitting).toBeGreaterThan(0) // some of the calls were made well
})
