import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { useReadingSentence } from '../safety/useReadingSentence.web.ts'
import { askToTalk } from './consent.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Passed on to a named person, with the truth about when they read. */
export function TalkFirst({ personId }: { personId: string }) {
  const { start } = useWords(words)
  const sentence = useReadingSentence()
  const { mutate, data, error, isPending } = useSend(askToTalk)
  const [id] = useState(newId)
  if (data)
    return (
      <output className="tl-consent-talked">
        <strong>{start.talked}</strong> {sentence(data.reading)}
      </output>
    )
  return (
    <>
      <Button wide busy={isPending} onPress={() => mutate({ personId, id })}>
        {start.talk}
      </Button>
      <Refusal refused={error} />
    </>
  )
}
