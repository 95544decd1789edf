import { leaveOldSteps, openSteps } from '../platform/ui/steps.web.ts'
import { answers, needsHelpNow, resultOf, type Answer, type Level, type Question } from './fit.ts'

/**
 * The check, alive. What was answered is in one map in this page's memory: it is put nowhere else, nothing is asked of
 * any server, and it is emptied when the page is left, so that whoever comes back finds the beginning. Back on the device
 * goes to the step before, with its answer; the history holds a number for it and no more.
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
    showTitle(place, wanted !== beginning)
  }
  const steps = openSteps(beginning, (wanted) => {
    if (wanted && wanted === result) fill(result, questions, given)
    if (wanted) markGiven(wanted, given)
    show(wanted)
    readFromTheTop(wanted)
  })
  const openAt = (index: number) => steps.go(cards[index] ?? result)
  const answer = (index: number, said: Answer) => {
    const question = questions[index]!
    given.set(question.id, said)
    const help = parts.find(({ dataset }) => dataset['helpFor'] === question.id)
    if (help && needsHelpNow(question, said)) steps.go(help)
    else openAt(index + 1)
  }
  const presses: Readonly<Record<string, (index: number, pressed: HTMLElement) => void>> = {
    answer: (index, { dataset }) =>
      answer(index, answers.find((known) => known === dataset['answer']) ?? 'skip'),
    begin: () => openAt(0),
    back: () => steps.back(),
    'go-on': (index) => openAt(index + 1),
    again: () => {
      given.clear()
      steps.end(beginning)
    },
    print: () => window.print(),
  }

  for (const [mark, press] of Object.entries(presses))
    for (const pressed of place.querySelectorAll<HTMLElement>(`[data-${mark}]`))
      pressed.addEventListener('click', () => press(placeOf(pressed, cards), pressed))
  window.addEventListener('pagehide', () => {
    given.clear()
    steps.forget(beginning)
    show(beginning)
  })
  steps.listen()
  window.addEventListener('pageshow', leaveOldSteps)
  canBegin(place)
}

function canBegin(place: HTMLElement): void {
  for (const button of place.querySelectorAll<HTMLElement>('[data-begin]')) button.hidden = false
  for (const note of place.querySelectorAll<HTMLElement>('[data-no-script]')) note.hidden = true
}

function showTitle(place: HTMLElement, isShown: boolean): void {
  for (const title of place.querySelectorAll<HTMLElement>('[data-title]')) title.hidden = !isShown
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

/** What was answered there before is seen, and can be answered otherwise. */
function markGiven(card: HTMLElement, given: ReadonlyMap<string, Answer>): void {
  const said = given.get(card.dataset['question'] ?? '')
  for (const button of card.querySelectorAll<HTMLElement>('[data-answer]')) {
    if (button.dataset['answer'] === said) button.setAttribute('aria-pressed', 'true')
    else button.removeAttribute('aria-pressed')
  }
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
