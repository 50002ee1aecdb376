import { parseArgs } from 'node:util'
import { callNames } from '../../shared/bridge/names.ts'
import { throwAtScheme, throwAtServer } from './throw-addresses.ts'
import { throwFromWrongFrames, throwMalformedCalls } from './throw-calls.ts'

// What is thrown at the walls of the app from outside: hostile addresses, malformed calls, calls from wrong frames.

const { values } = parseArgs({ options: { calls: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } })
const [count, seed] = [Number(values.calls), Number(values.seed)]
console.error = () => undefined // the app's own log says of each refusal that it was one

let broken = 0
for (const [where, report] of [['custom scheme', await throwAtScheme()], ['static server', await throwAtServer()]] as const) {
  broken += report.leaked.length + report.uncaught.length
  console.log(`${where}: ${report.thrown} hostile requests, ${report.refused} refused, ${report.served} answered with the build, ${report.leaked.length} leaks, ${report.uncaught.length} uncaught`)
}
for (const name of callNames) {
  const malformed = await throwMalformedCalls({ name, count, seed })
  const wrong = await throwFromWrongFrames({ name, count: Math.ceil(count / 100), seed })
  broken += malformed.accepted.length + malformed.told.length + wrong.accepted.length + wrong.told.length
  console.log(`${name}: ${malformed.thrown} malformed calls (seed ${seed}), ${malformed.accepted.length} accepted, ${malformed.told.length} said why; ${wrong.thrown} from wrong frames, ${wrong.accepted.length} accepted`)
}
if (broken > 0) {
  console.log(`${broken} broke a promise`)
  process.exitCode = 1
}
