import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import type { CheckQuestion } from './check.ts'
import { answers } from './fit.ts'
import type { FitView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** One card a question; the script shows one at a time. */
export const QuestionCards = ({ view: { questions } }: { view: FitView }) =>
  questions.map((question, index) => (
    <Card key={question.id} question={question} number={index + 1} of={questions.length} />
  ))

function Card({ question, number, of }: { question: CheckQuestion; number: number; of: number }) {
  const said = useWords(words)
  const { ask, why } = question[useLanguage()]
  return (
    <section
      className="tl-fit-part"
      data-part="question"
      data-question={question.id}
      data-level={question.level}
      data-concern={question.concern}
      aria-labelledby={`ask-${question.id}`}
      hidden
    >
      <p className="tl-kicker" id={`step-${question.id}`}>
        {said.step(number, of)}
      </p>
      <h2
        className="tl-ask"
        id={`ask-${question.id}`}
        tabIndex={-1}
        aria-describedby={`step-${question.id} why-${question.id}`}
      >
        {ask}
      </h2>
      <p className="tl-why" id={`why-${question.id}`}>
        <span className="tl-sr">{said.why}: </span>
        {why}
      </p>
      <div className="tl-answers">
        {answers.map((answer) => (
          <button
            key={answer}
            type="button"
            className={answer === 'skip' ? 'tl-button tl-link' : 'tl-button tl-quiet'}
            data-answer={answer}
          >
            <span className="tl-button-words">{said.answers[answer]}</span>
          </button>
        ))}
      </div>
      <StepBack />
    </section>
  )
}

function StepBack() {
  const { back, clear } = useWords(words)
  return (
    <p className="tl-fit-foot">
      <button type="button" className="tl-button tl-link tl-small" data-back="">
        <span className="tl-button-words">
          <Icon name="back" />
          {back}
        </span>
      </button>
      <button type="button" className="tl-button tl-link tl-small" data-again="">
        <span className="tl-button-words">{clear}</span>
      </button>
    </p>
  )
}

/** Every question with why it is asked and where it leads, for whoever wants to know before, or has no script. */
export function AllQuestions({ view: { questions } }: { view: FitView }) {
  const { all } = useWords(words)
  return (
    <details className="tl-all-questions">
      <summary>{all.title}</summary>
      <p>{all.unknown}</p>
      <ol>
        {questions.map((question) => (
          <Listed key={question.id} question={question} />
        ))}
      </ol>
    </details>
  )
}

function Listed({ question }: { question: CheckQuestion }) {
  const { all } = useWords(words)
  const { ask, why } = question[useLanguage()]
  return (
    <li>
      <p className="tl-listed-ask">{ask}</p>
      <p>{why}</p>
      <p className="tl-quiet-words">
        {all.leadsTo[question.concern]}: {all.levels[question.level]}
      </p>
      <p className="tl-rules">
        {all.rules}: {question.rules.join(', ')}
      </p>
    </li>
  )
}
