import { startVitest } from 'vitest/node'

const noReason = 'no reason given, which counts as a failure'

/**
 * Runs one project's tests into the tally. Where there is no browser its tests are named and skipped with the reason.
 */
export async function runTests(tally, project, browser) {
  if (browser?.path) process.env.THROUGHLINE_CHROMIUM = browser.path
  const filter = browser?.missing ? { testNamePattern: '^(?!)' } : {}
  const reporter = {
    onTestRunEnd: (files, errors) => count(tally, { files, errors, missing: browser?.missing }),
  }
  const reporters = browser?.missing ? [reporter] : ['default', reporter]
  const run = await startVitest([], {
    watch: false,
    project: [project],
    passWithNoTests: true,
    reporters,
    ...filter,
  })
  process.once('SIGINT', () => void run.close().then(() => process.exit(130)))
  await run.close()
  process.removeAllListeners('SIGINT')
}

function count(tally, { files, errors, missing }) {
  for (const error of errors) tally.fail(`outside any test: ${error.message}`)
  for (const file of files) {
    const broken = file.state() === 'failed' && file.errors().length > 0
    if (broken) tally.fail(`${file.relativeModuleId} itself`)
    for (const test of file.children.allTests())
      countOne(tally, test, missing ?? (broken ? 'its file failed' : undefined))
  }
}

function countOne(tally, test, reason) {
  const { state, note } = test.result()
  const name = `${test.module.relativeModuleId} > ${test.fullName}`
  if (state === 'passed') return tally.pass()
  if (state === 'failed') return tally.fail(name)
  if (!note && !reason) tally.fail(`${name}: skipped`)
  tally.skip(name, note ?? reason ?? noReason)
}
