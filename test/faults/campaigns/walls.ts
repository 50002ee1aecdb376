import { callNames } from '../../../shared/bridge/names.ts'
import type { Campaign, Figure, Orders } from '../harness/figure.ts'
import { type AddressReport, throwAtScheme, throwAtServer } from '../throw-addresses.ts'
import { throwFromWrongFrames, throwMalformedCalls } from '../throw-calls.ts'

export const walls: Campaign = {
  name: 'walls',
  about: 'Hostile addresses are thrown at the custom scheme and the server, malformed calls and calls from wrong frames at every channel: no byte from outside the build, none accepted, none uncaught.',
  unit: 'malformed calls of each channel',
  rounds: 10_000,
  run: throwAll,
}

async function throwAll({ rounds, seed, say }: Orders): Promise<readonly Figure[]> {
  const error = console.error
  console.error = () => undefined // the app's own log says of each refusal that it was one
  try {
    const addresses = [addressFigure('custom scheme', await throwAtScheme()), addressFigure('static server', await throwAtServer())]
    say('addresses thrown')
    const broken: string[] = []
    const counts = { thrown: 0, wrong: 0 }
    for (const name of callNames) {
      const malformed = await throwMalformedCalls({ name, count: rounds, seed })
      const wrong = await throwFromWrongFrames({ name, count: Math.ceil(rounds / 100), seed })
      counts.thrown += malformed.thrown
      counts.wrong += wrong.thrown
      const again = `(npm run faults -- walls --rounds ${rounds} --seed ${seed})`
      for (const report of [malformed, wrong]) {
        if (report.accepted.length > 0) broken.push(`${name} accepted ${report.accepted.length} calls that it must refuse, such as ${JSON.stringify(report.accepted[0])} ${again}`)
        if (report.told.length > 0) broken.push(`${name} said ${report.told.length} times why it refuses, such as ${JSON.stringify(report.told[0])} ${again}`)
      }
    }
    const measured = `${counts.thrown} malformed calls and ${counts.wrong} from wrong frames on ${callNames.length} channels: ${broken.length === 0 ? '0' : 'some'} accepted, none uncaught`
    return [...addresses, { what: 'malformed calls, and calls from frames that are not the page', measured, broken }]
  } finally {
    console.error = error
  }
}

function addressFigure(where: string, { thrown, refused, served, leaked, uncaught }: AddressReport): Figure {
  const broken = [...leaked.map((address) => `The ${where} gave bytes from outside the build for ${address} (npm run faults -- walls)`), ...uncaught.map((problem) => `The ${where} did not catch ${problem} (npm run faults -- walls)`)]
  return { what: `hostile addresses at the ${where}`, measured: `${thrown} thrown: ${refused} refused, ${served} answered with the build itself, ${leaked.length} leaks, ${uncaught.length} uncaught`, broken }
}
