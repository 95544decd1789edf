/** A zone in which it is about noon now: what ends with its day, as a release does, ends sooner near midnight. */
export function noonZone(now: Date = new Date()): string {
  const ahead = 12 - now.getUTCHours()
  return `Etc/GMT${ahead > 0 ? `-${ahead}` : `+${-ahead}`}`
}
