import { natsProgram } from './nats-server.ts'

/** Says what is missing before a hundred tests fail of it. */
export function setup(): void {
  if (natsProgram() !== null) return
  process.stderr.write('These tests run a real nats-server, and there is none on this computer. Get one by "apt-get install -y nats-server" or from https://github.com/nats-io/nats-server/releases, put it on the PATH or name it in NATS_SERVER, and start again.\n')
  process.exit(1)
}
