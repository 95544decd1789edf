import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { Report, Told } from './form.ts'
import type { Note } from './note.ts'
import { en } from './words.form.en.ts'
import { es } from './words.form.es.ts'

const words = { en, es }

/** What the file becomes here, question by question, before anyone says yes. The words of the file are in its own language. */
export function FormReport({ report }: { report: Report }) {
  const said = useWords(words)
  return (
    <>
      <h2 id="found">{said.found}</h2>
      <Head report={report} />
      <Questions report={report} />
      {report.results.length > 0 && (
        <>
          <h3>{said.scored}</h3>
          <ul lang={langOf(report)}>
            {report.results.map((result, place) => (
              <li key={`${place} ${result}`}>{result}</li>
            ))}
          </ul>
        </>
      )}
      <NotScored report={report} />
      <h3>{said.otherwise}</h3>
      <ul>
        {report.notes.map((note, place) => (
          <NoteLine key={`${place} ${note.id}`} note={note} />
        ))}
        <li>{said.mayDecline}</li>
        {report.notes.length === 0 && <li>{said.nothingOtherwise}</li>}
      </ul>
    </>
  )
}

const langOf = ({ language }: Report) => language ?? undefined

function Head({ report }: { report: Report }) {
  const said = useWords(words)
  const language = useLanguage()
  const { title, questions, url, copyright, both } = report
  const spoken = both ? said.inBoth : report.language ? said.inOne[report.language] : said.silentLanguage
  return (
    <>
      <h3 lang={langOf(report)}>{title}</h3>
      <p>
        {plural(language, questions.length, said.questions)}. {spoken}.
      </p>
      {url && <p className="tl-quiet-words tl-forms-address">{fill(said.calls, { url })}</p>}
      {copyright && <p className="tl-quiet-words">{fill(said.copyright, { words: copyright })}</p>}
    </>
  )
}

function Questions({ report }: { report: Report }) {
  const said = useWords(words)
  return (
    <Disclosure title={said.asked}>
      <ol lang={langOf(report)}>
        {report.questions.map(({ id, words: asked, answers }) => (
          <li key={id}>
            {asked} <span className="tl-quiet-words">{answersIn(answers)}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

const answersIn = (answers: Told['answers']): string =>
  answers.flatMap((each) => (each.words === '' ? [] : [each.words])).join(' · ')

function NotScored({ report: { results, notScored } }: { report: Report }) {
  const said = useWords(words)
  if (notScored.length === 0) return results.length === 0 ? <p>{said.nothingScored}</p> : null
  return (
    <>
      <h3>{said.notScored}</h3>
      <ul>
        {notScored.map(({ words: named, because, path }) => (
          <li key={named}>
            {fill(said.notScoredWhy, { words: named, because })}
            <code className="tl-forms-path">{path}</code>
          </li>
        ))}
      </ul>
    </>
  )
}

function NoteLine({ note: { kind, id, words: asked, detail } }: { note: Note }) {
  const said = useWords(words)
  const name = asked || id
  return (
    <li>
      {name && <strong>{name}: </strong>}
      {fill(said.notes[kind], { detail })}
    </li>
  )
}
