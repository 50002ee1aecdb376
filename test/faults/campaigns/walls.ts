import { callNames } from '../../../shared/bridge/names.ts'
import type { Campaign, Figure, Orders } from '../harness/figure.ts'
import { type AddressReport, throwAtScheme, throwAtServer } from '../throw-addresses.ts'
import { type CallReport, throwFromWrongFrames, throwMalformedCalls } from '../throw-calls.ts'
import { servePlainly } from './plain-server.ts'

export const walls: Campaign = {
  name: 'walls',
  about: 'Hostile addresses are thrown at the custom scheme and the static server, malformed calls at every channel, and calls from wrong frames: no byte from outside the build, no call accepted, no word of why.',
  unit: 'malformed calls of each channel',
  rounds: 10_000,
  run: throwAtWalls,
}

async function throwAtWalls(orders: Orders): Promise<readonly Figure[]> {
  const tell = console.error
  console.error = () => undefined // the app's own log says of each refusal that it was one
  try {
    const scheme = addresses('hostile addresses, at the custom scheme', await throwAtScheme())
    const plain = await throwAtServer(servePlainly)
    const server = addresses('hostile requests over bare connections, at the static server', await throwAtServer())
    return [scheme, { ...server, plain: `a server written in an afternoon: ${plain.leaked.length} of ${plain.thrown} answered with bytes from outside` }, ...(await calls(orders))]
  } finally {
    console.error = tell
  }
}

function addresses(what: string, { thrown, refused, served, leaked, uncaught }: AddressReport): Figure {
  const broken = [...leaked.map((each) => `${each} was answered with bytes from outside`), ...uncaught.map((each) => `uncaught: ${each}`)]
  return { what, measured: `${thrown} requests: ${refused} refused, ${served} answered with the build, ${leaked.length} with bytes from outside, ${uncaught.length} uncaught`, broken: broken.map(withHint) }
}

async function calls({ rounds, seed, say }: Orders): Promise<readonly Figure[]> {
  const malformed: CallReport[] = []
  const wrong: CallReport[] = []
  for (const name of callNames) {
    malformed.push(await throwMalformedCalls({ name, count: rounds, seed }))
    wrong.push(await throwFromWrongFrames({ name, count: Math.max(1, Math.ceil(rounds / 100)), seed }))
    say(`${name}: ${rounds} malformed calls and ${wrong.at(-1)?.thrown ?? 0} from wrong frames`)
  }
  const again = (each: string): string => `${each} (npm run faults -- walls --rounds ${rounds} --seed ${seed})`
  return [figure(`malformed calls of ${callNames.length} channels`, malformed, again), figure('calls from wrong frames, well made and not', wrong, again)]
}

function figure(what: string, reports: readonly CallReport[], again: (each: string) => string): Figure {
  const thrown = reports.reduce((sum, report) => sum + report.thrown, 0)
  const accepted = reports.flatMap((report) => report.accepted)
  const told = reports.flatMap((report) => report.told)
  const broken = [...accepted.map((each) => `a call was accepted: ${each}`), ...told.map((each) => `a refusal said more than that: ${each}`)]
  return { what, measured: `${thrown} calls: ${accepted.length} accepted, ${told.length} told why not, none uncaught`, broken: broken.map(again) }
}

function withHint(sentence: string): string {
  return `${sentence} (npm run faults -- walls)`
}
