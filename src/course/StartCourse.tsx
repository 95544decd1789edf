import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { readEditions } from './chart.contract.ts'
import { startCourse } from './course.contract.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

const keyOf = ({ id, version }: { id: string; version: string }) => `${id} ${version}`

/** Which protocol the course stands on, in the edition that is published now. It holds for as long as the course lasts. */
export function StartCourse({ personId }: { personId: string }) {
  const { start: said } = useWords(words)
  const language = useLanguage()
  const { data, error: unread } = useAsk(readEditions, { personId })
  const { mutate, error, isPending } = useSend(startCourse)
  const [chosen, choose] = useState<string>()
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const edition = data?.editions.find((one) => keyOf(one) === chosen)
  const start = () => {
    setTried(true)
    if (edition) mutate({ personId, id, protocolId: edition.id, protocolVersion: edition.version })
  }
  return (
    <div className="tl-stack">
      <RadioGroup
        label={said.protocol}
        hint={said.hint}
        value={chosen}
        onChange={choose}
        error={tried && !edition ? said.missing : undefined}
        options={(data?.editions ?? []).map((one) => ({
          value: keyOf(one),
          words: one.title[language],
          hint: `${one.psychotherapy.words[language]} ${one.own === null ? said.edition : said.ownEdition} ${one.own ?? one.version}.`,
        }))}
      />
      <Refusal refused={unread ?? error} />
      <Button kind="act" size="small" busy={isPending} onPress={start}>
        {said.start}
      </Button>
    </div>
  )
}
