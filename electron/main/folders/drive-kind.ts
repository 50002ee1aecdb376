import { statfs } from 'node:fs/promises'

/** What Linux calls the kinds of NFS, SMB, CIFS, AFS, Ceph, 9p, and of what a program stands behind, as SSHFS; their changes elsewhere make no events here. */
const networkKinds: ReadonlySet<number> = new Set([0x69_69, 0x51_7b, 0xff_53_4d_42, 0xfe_53_4d_42, 0x53_46_41_4f, 0x6b_41_46_53, 0x00_c3_64_00, 0x01_02_19_97, 0x65_73_55_46])

/** Whether a folder lies on another computer, as far as the system tells. */
export async function isDriveOfNetwork(path: string): Promise<boolean> {
  if (process.platform === 'win32') return path.startsWith('\\\\')
  if (process.platform !== 'linux') return false
  return networkKinds.has((await statfs(path)).type >>> 0)
}
