import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A disk that can lose what was written and not synced. It is a file system in a file: what its own cache holds is not in
 * the file yet. A cut copies the file as it is, throws the running one away, and goes on with the copy, so everything that
 * nobody forced through is gone. It stands in for a power cut and is not one: what was synced is trusted to be kept, a
 * disk that lies about that is not tried, and the copy takes some milliseconds where a cut takes none.
 */
export interface Disk {
  readonly folder: string
  /** Call while whoever writes is held still; `end` must leave nobody with a file open on it. */
  cut(end: () => Promise<void>): Promise<void>
  remove(): void
}

/** Why there can be none here, or nothing. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'a disk in a file is mounted, which is done here on Linux only'
  if (process.getuid?.() !== 0) return 'a disk in a file is mounted, which only root may do'
  if (!existsSync('/dev/loop-control'))
    return 'a disk in a file is mounted, and this machine has no loop devices'
  if (!['/usr/sbin/mkfs.ext4', '/sbin/mkfs.ext4'].some((path) => existsSync(path)))
    return 'a disk in a file is made with mkfs.ext4, which is not installed'
  return undefined
}

export function openDisk(around: string, owner: { uid: number; gid: number }): Disk {
  const folder = join(around, 'disk')
  mkdirSync(folder)
  const image = (number: number) => join(around, `disk-${number}.image`)
  let number = 0
  run('truncate', ['--size', '2G', image(number)])
  run('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=1,lazy_journal_init=1', image(number)])
  const mount = () => run('mount', ['-o', 'loop', image(number), folder])
  const leave = () => run('umount', [folder])
  mount()
  chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o711)
  return {
    folder,
    async cut(end) {
      run('cp', ['--sparse=always', image(number), image(number + 1)])
      await end()
      leave()
      rmSync(image(number))
      number += 1
      mount()
    },
    remove() {
      leave()
      rmSync(image(number))
      rmSync(folder, { recursive: true })
    },
  }
}

const run = (program: string, args: readonly string[]) => void execFileSync(program, args, { stdio: 'pipe' })
