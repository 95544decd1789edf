/** One line per step on standard error: what is being done and, once it is, how long it took. */
export async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  process.stderr.write(`  ${words} …`)
  try {
    const answer = await work()
    process.stderr.write(` ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    return answer
  } catch (cause) {
    process.stderr.write(' failed\n')
    throw cause
  }
}
