import { answers, needsHelpNow, resultOf, type Answer, type Level, type Question } from './fit.ts'

/**
 * The check, alive. What was answered is in one map in this page's memory: it is put nowhere else, nothing is asked of
 * any server, and it is emptied when the page is left, so that the Back button finds the beginning.
 */
function startCheck(place: HTMLElement): void {
  const given = new Map<string, Answer>()
  const parts = [...place.querySelectorAll<HTMLElement>('[data-part]')]
  const cards = parts.filter(({ dataset }) => dataset['part'] === 'question')
  const questions = cards.map(questionOn)
  const [beginning, result] = ['beginning', 'result'].map((name) =>
    parts.find(({ dataset }) => dataset['part'] === name),
  )

  const show = (wanted: HTMLElement | undefined) => {
    for (const part of parts) part.hidden = part !== wanted
    for (const title of place.querySelectorAll<HTMLElement>('[data-title]'))
      title.hidden = wanted === beginning
  }
  const open = (wanted: HTMLElement | undefined) => {
    show(wanted)
    readFromTheTop(wanted)
  }
  const openAt = (index: number) => {
    if (result && index >= cards.length) fill(result, questions, given)
    open(index < 0 ? beginning : (cards[index] ?? result))
  }
  const answer = (index: number, said: Answer) => {
    const question = questions[index]!
    given.set(question.id, said)
    const help = parts.find(({ dataset }) => dataset['helpFor'] === question.id)
    if (help && needsHelpNow(question, said)) open(help)
    else openAt(index + 1)
  }
  const presses: Readonly<Record<string, (index: number, pressed: HTMLElement) => void>> = {
    answer: (index, { dataset }) =>
      answer(index, answers.find((known) => known === dataset['answer']) ?? 'skip'),
    begin: () => openAt(0),
    back: (index) => openAt(index - 1),
    'go-on': (index) => openAt(index + 1),
    again: () => {
      given.clear()
      open(beginning)
    },
    print: () => window.print(),
  }

  for (const [mark, press] of Object.entries(presses))
    for (const pressed of place.querySelectorAll<HTMLElement>(`[data-${mark}]`))
      pressed.addEventListener('click', () => press(placeOf(pressed, cards), pressed))
  window.addEventListener('pagehide', () => {
    given.clear()
    show(beginning)
  })
  for (const button of place.querySelectorAll<HTMLElement>('[data-begin]')) button.hidden = false
  for (const note of place.querySelectorAll<HTMLElement>('[data-no-script]')) note.hidden = true
}

const questionOn = ({ dataset }: HTMLElement): Question => ({
  id: dataset['question'] ?? '',
  level: dataset['level'] as Level,
  concern: dataset['concern'] === 'no' ? 'no' : 'yes',
})

/** Which question a button belongs to, on its card or on the help it led to. */
function placeOf(pressed: HTMLElement, cards: readonly HTMLElement[]): number {
  const part = pressed.closest<HTMLElement>('[data-part]')?.dataset
  return cards.findIndex(({ dataset }) => dataset['question'] === (part?.['question'] ?? part?.['helpFor']))
}

function readFromTheTop(part: HTMLElement | undefined): void {
  window.scrollTo(0, 0)
  part?.querySelector<HTMLElement>('[tabindex="-1"]:not([hidden] *)')?.focus({ preventScroll: true })
}

/** Shows of the result what holds: its ending, its reasons, what may help. */
function fill(place: HTMLElement, questions: readonly Question[], given: ReadonlyMap<string, Answer>): void {
  const { outcome, reasons } = resultOf(questions, Object.fromEntries(given))
  const holds = new Set(reasons.map(({ id, state }) => `${id} ${state}`))
  const showWhere = (mark: string, holdsFor: (part: HTMLElement) => boolean) => {
    for (const part of place.querySelectorAll<HTMLElement>(`[data-${mark}]`)) part.hidden = !holdsFor(part)
  }
  showWhere('outcome', ({ dataset }) => dataset['outcome'] === outcome)
  showWhere('reason', ({ dataset }) => holds.has(dataset['reason'] ?? ''))
  showWhere('reasons', (part) => part.querySelector('[data-reason]:not([hidden])') !== null)
  showWhere('help-first', ({ dataset }) => reasons.some(({ id }) => id === dataset['helpFirst']))
}

const place = document.querySelector<HTMLElement>('[data-fit]')
if (place) startCheck(place)
