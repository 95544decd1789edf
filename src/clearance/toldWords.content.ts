import { form } from '../telling/telling.content.ts'
import { asksAbout, newestOf, withheldWords, type Telling } from '../telling/telling.ts'
import type { Known } from './known.ts'
import { waitingIn } from './told.ts'

/** What the client told, in the words they read, for whoever confirms it. */
export function toldWords(known: Known, tellings: readonly Telling[]) {
  const waiting = waitingIn(known)
  return newestOf(tellings).flatMap(({ id, question, answer, on, words, language, toldAt, arrivedAt }) => {
    const asked = form.questions.find((one) => one.id === question)
    if (!asked) return []
    const said = asked.answers.find(({ value }) => value === answer)?.label ?? withheldWords(answer)
    const about = asksAbout(asked).map((one) => ({
      question: one,
      answer: known.told?.get(one)?.answer ?? null,
      waits: waiting.get(one)?.id === id,
    }))
    return [{ id, ask: asked.ask, said, on, words, language, toldAt, arrivedAt, about }]
  })
}
