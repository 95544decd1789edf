const line = process.stderr

/** One line per step: what is being done, and when it is done, how long it took. */
export async function step(words, work) {
  const began = performance.now()
  line.write(`  ${words} …`)
  const ticking = line.isTTY
    ? setInterval(() => line.write(`\r  ${words} … ${seconds(began)} `), 1000)
    : undefined
  try {
    const answer = await work()
    line.write(line.isTTY ? `\r  ${words} · ${seconds(began)}   \n` : ` ${seconds(began)}\n`)
    return answer
  } catch (cause) {
    line.write(' failed\n')
    throw cause
  } finally {
    clearInterval(ticking)
  }
}

const seconds = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`

export const note = (words) => line.write(`  ${words}\n`)
