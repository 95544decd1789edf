import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { doorAddress } from './address.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Sent in the body, so that a place stands in no address, no history and no log. */
export function PlaceSearch({ language }: { language: 'en' | 'es' }) {
  const { find } = useWords(words)
  return (
    <form className="tl-place-search" method="post" action={`${doorAddress(language, '/find')}#found`}>
      <TextField label={find.place} name="near" id="near" autoComplete="off" maxLength={80} />
      <Button kind="act" type="submit">
        {find.search}
      </Button>
    </form>
  )
}
