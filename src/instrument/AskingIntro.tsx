import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { AskingNow } from './instrument.contract.ts'
import { useReadingSentence } from '../safety/useReadingSentence.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { due: AskingNow['due'][number]; now: AskingNow; begun: boolean; onBegin: () => void }

/** Why we ask, who reads it and when, before anything is asked. */
export function AskingIntro({ due, now, begun, onBegin }: Props) {
  const { intro, licence } = useWords(words)
  const language = useLanguage()
  const names = listed(
    language,
    now.readers.map(({ name }) => name),
  )
  const when = useReadingSentence()(now.reading)
  return (
    <>
      <h1>{intro.title}</h1>
      <p className="tl-lead">{due.occasion === 'week-after' ? intro.leadAgain : intro.lead}</p>
      <div className="tl-row">
        <Button kind="act" onPress={onBegin}>
          {begun ? intro.goOn : intro.begin}
        </Button>
        <LinkButton kind="link" href="/me">
          {intro.notNow}
        </LinkButton>
      </div>
      <DefinitionList
        items={[
          { term: intro.why, detail: intro.whyWords },
          { term: intro.who, detail: names ? intro.whoWords(names) : intro.whoNone },
          { term: intro.when, detail: `${intro.whenWords} ${when}` },
        ]}
      />
      <Notice title={intro.danger}>{intro.dangerWords}</Notice>
      <Disclosure title={licence}>
        <p>{due.instrument.languages[language]?.title}</p>
        <p className="tl-quiet-words" lang="en">
          {due.instrument.licence.line}
        </p>
      </Disclosure>
    </>
  )
}
