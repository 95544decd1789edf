import { useState } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import type { Cover } from './cover.ts'
import { CoverForm } from './CoverForm.tsx'
import { clockWord, dayWord } from './coverWords.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { cover: Cover | null; canDeclare: boolean }

/** When someone reads, as clients are told it; changed only by whoever administers. */
export function CoverPart({ cover, canDeclare }: Props) {
  const { tasks: said, cover: own } = useWords(words)
  const language = useLanguage()
  const [changing, change] = useState(false)
  return (
    <section className="tl-cover" aria-labelledby="cover">
      <h2 id="cover">{said.cover}</h2>
      {cover ? (
        <p>
          {said.coverSet(
            listed(
              language,
              cover.weekdays.map((one) => dayWord(one, language)),
            ),
            clockWord(cover.opensMinute, language),
            clockWord(cover.closesMinute, language),
          )}{' '}
          {plural(language, cover.respondWithinMinutes, said.coverWithin)}
        </p>
      ) : (
        <p>{said.coverUnset}</p>
      )}
      <p className="tl-quiet-words">{said.coverPractice}</p>
      {canDeclare && !changing && (
        <Button size="small" onPress={() => change(true)}>
          {own.change}
        </Button>
      )}
      {changing && <CoverForm cover={cover} onDone={() => change(false)} />}
    </section>
  )
}
