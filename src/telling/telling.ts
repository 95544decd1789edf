import { isWhen, earliest, type When } from '../intake/when.ts'
import { day, type Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'

export interface Both {
  readonly en: string
  readonly es: string
}

/** Why a question of the rules is not asked of a client by a form. */
export const inPersonReasons = [
  'trauma',
  'clinician-judges',
  'suicide-screen',
  'symptom-now',
  'asked-on-the-day',
  'measured',
  'gone-through-together',
  'raised-by-records',
  'of-the-practice',
] as const

export const mores = ['none', 'words', 'when'] as const

export interface FormAnswer {
  readonly value: string
  readonly label: Both
  /** Which answers to which questions of the rules it comes to, once a clinician has confirmed it. None: they judge. */
  readonly means: Readonly<Record<string, string>>
  /** What may be added: a few words, or when it was, too. */
  readonly more: (typeof mores)[number]
}
export interface FormQuestion {
  readonly id: string
  readonly topic: string
  readonly ask: Both
  readonly why: Both
  readonly answers: readonly FormAnswer[]
}
export interface FormTopic {
  readonly id: string
  readonly title: Both
  readonly lead: Both
  /** Said before it opens, where it may hurt to be asked. */
  readonly announced: Both | null
}
export interface Form {
  readonly version: string
  readonly topics: readonly FormTopic[]
  readonly questions: readonly FormQuestion[]
  readonly inPerson: readonly {
    readonly question: string
    readonly because: (typeof inPersonReasons)[number]
  }[]
}

/** "I don't know" and "I would rather say it in person" are offered with every question, and are never a no. */
export const withheld = ['unsure', 'in-person'] as const
export type WithheldAnswer = (typeof withheld)[number]
export const isWithheld = (answer: string): answer is WithheldAnswer =>
  (withheld as readonly string[]).includes(answer)

const inWords: Readonly<Record<WithheldAnswer, Both>> = {
  unsure: { en: 'I don’t know', es: 'No lo sé' },
  'in-person': { en: 'I would rather say it in person', es: 'Prefiero decirlo en persona' },
}
/** Known to the form and to whoever reads it, in one place. What a later edition has no words for stands as it is. */
export const withheldWords = (answer: string): Both =>
  isWithheld(answer) ? inWords[answer] : { en: answer, es: answer }

export interface Said {
  readonly question: string
  readonly answer: string
  readonly on: When | null
  readonly words: string
}

/** One answer of a client’s, as they gave it. */
export interface Telling extends Said {
  readonly id: string
  readonly edition: string
  readonly language: 'en' | 'es'
  readonly toldAt: Instant
  /** When it came here, where it waited on a device. */
  readonly arrivedAt: Instant | null
}

/** What is offered is taken, with a date only where the question asks for one. A date that cannot be is said so at once. */
export function acceptSaid(
  form: Form,
  said: Said,
  careNow: Instant,
): Outcome<Said, 'answer-not-offered' | 'date-not-possible'> {
  const question = form.questions.find(({ id }) => id === said.question)
  if (!question) return refuse('answer-not-offered')
  const answer = question.answers.find(({ value }) => value === said.answer)
  if (!answer && !isWithheld(said.answer)) return refuse('answer-not-offered')
  if (said.on !== null && (!isWhen(said.on) || earliest(said.on) > careNow + day))
    return refuse('date-not-possible')
  return accept({ ...said, on: answer?.more === 'when' ? said.on : null })
}

/** The newest to each question, by the moment it was said. What was changed stays in the record. */
export const newestOf = <One extends Pick<Telling, 'question' | 'toldAt'>>(tellings: readonly One[]): One[] =>
  newestBy(tellings, ({ question }) => question)

/** The newest of each answer to each question: what is given back to whoever turns to an answer again. */
export const newestOfEach = <One extends Pick<Telling, 'question' | 'answer' | 'toldAt'>>(
  tellings: readonly One[],
): One[] => newestBy(tellings, ({ question, answer }) => `${question} ${answer}`)

function newestBy<One extends Pick<Telling, 'toldAt'>>(
  tellings: readonly One[],
  of: (one: One) => string,
): One[] {
  const newest = new Map<string, One>()
  for (const one of tellings) {
    const other = newest.get(of(one))
    if (!other || one.toldAt >= other.toldAt) newest.set(of(one), one)
  }
  return [...newest.values()]
}

/** What the client told about one question of the rules, in the rules’ own terms where it can be said in them. */
export interface Told {
  readonly id: string
  /** Null: it comes to no answer by itself. */
  readonly answer: string | null
  readonly on: When | null
  readonly withheld: boolean
  readonly unsure: boolean
  /** The answer as it was given. */
  readonly said: string
  readonly toldAt: Instant
}

/** By question of the rules. */
export type ToldByQuestion = ReadonlyMap<string, Told>

export const asksAbout = ({ answers }: Pick<FormQuestion, 'answers'>): string[] => [
  ...new Set(answers.flatMap(({ means }) => Object.keys(means))),
]

export function toldBy(form: Form, tellings: readonly Telling[]): ToldByQuestion {
  const questions = new Map(form.questions.map((question) => [question.id, question]))
  return new Map(
    newestOf(tellings).flatMap((telling): (readonly [string, Told])[] => {
      const question = questions.get(telling.question)
      return question ? asksAbout(question).map((about) => [about, told(question, telling, about)]) : []
    }),
  )
}

function told(question: FormQuestion, telling: Telling, about: string): Told {
  const { id, answer: said, on, toldAt } = telling
  const means = question.answers.find(({ value }) => value === said)?.means[about] ?? null
  return {
    id,
    // A date that nobody knows is no date.
    answer: means === 'on' && on === null ? null : means,
    on: means === 'on' ? on : null,
    withheld: isWithheld(said),
    unsure: said === 'unsure',
    said,
    toldAt,
  }
}

/** What a clinician answered, and what the client had told by then. */
export interface Answered {
  readonly answer: string
  readonly on: When | null
  readonly telling: string | null
}

/**
 * Told since, and otherwise than a clinician has it: then the question is open again. "I don't know" speaks against nothing;
 * what the client would rather say in person may.
 */
export const isTurned = (told: Told | undefined, answered: Answered): boolean =>
  told !== undefined &&
  told.id !== answered.telling &&
  !told.unsure &&
  (told.answer !== answered.answer || !isSameTime(told.on, answered.on))

/** "2024" and "2024-03" say nothing against each other. */
const isSameTime = (a: When | null, b: When | null): boolean =>
  a === b || (a !== null && b !== null && (a.startsWith(b) || b.startsWith(a)))
