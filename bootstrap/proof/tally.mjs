/** The sum of everything that was tried, whoever tried it. Nothing tried at all is a failure. */
export class Tally {
  passed = 0
  failed = []
  skipped = []

  pass() {
    this.passed += 1
  }

  fail(name) {
    this.failed.push(name)
  }

  skip(name, reason) {
    this.skipped.push({ name, reason })
  }

  async attempt(name, work) {
    try {
      await work()
      this.pass()
    } catch (cause) {
      process.stderr.write(`${cause.message}\n`)
      this.fail(name)
    }
  }

  /** Prints the sum, its last line always in the same form, and answers the exit code. */
  close() {
    const lines = [...this.#told('Failed', this.failed), ...this.#told('Skipped', this.#reasons())]
    if (this.#tried() === 0) lines.push('', 'Nothing was tried, and that proves nothing.')
    lines.push('', `${this.passed} passed, ${this.failed.length} failed, ${this.skipped.length} skipped`)
    process.stdout.write(`${lines.join('\n')}\n`)
    return this.failed.length > 0 || this.passed === 0 ? 1 : 0
  }

  #tried() {
    return this.passed + this.failed.length
  }

  #reasons() {
    return this.skipped.map(({ name, reason }) => `${name}: ${reason}`)
  }

  #told(title, names) {
    return names.length === 0 ? [] : ['', `${title}:`, ...names.map((name) => `  ${name}`)]
  }
}
