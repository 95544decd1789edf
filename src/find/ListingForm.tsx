import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { publishListing, type ListingRead } from './desk.contract.ts'
import { blank, lackingIn, profileOf, typedOf, type Lacking } from './desk.ts'
import type { Part } from './listingPart.ts'
import { ListingFees } from './ListingFees.tsx'
import { ListingLicense } from './ListingLicense.tsx'
import { ListingPlace } from './ListingPlace.tsx'
import { ListingWho } from './ListingWho.tsx'
import { en } from './words.desk.en.ts'
import { es } from './words.desk.es.ts'

const words = { en, es }

type Props = { listing: ListingRead | undefined; onDone: () => void }

/** Everything one person shows of themself. Nothing typed is lost by a refusal. */
export function ListingForm({ listing, onDone }: Props) {
  const { form } = useWords(words)
  const [typed, setTyped] = useState(() => (listing ? typedOf(listing.profile) : blank))
  const [tried, setTried] = useState(false)
  const [ids] = useState(() => ({ id: newId(), listingId: listing?.listingId ?? newId() }))
  const { mutate, error, isPending } = useSend(publishListing)
  const lacking = lackingIn(typed)
  const faults: Partial<Record<Lacking, string>> = {
    zip: form.zipFault,
    trainingYear: form.year,
    offers: form.some,
    languages: form.some,
  }
  const part: Part = {
    typed,
    type: (change) => setTyped((before) => ({ ...before, ...change })),
    fault: (name) =>
      tried && lacking.includes(name)
        ? (faults[name] ?? (name.startsWith('fee-') ? form.fee : form.missing))
        : undefined,
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacking.length === 0)
      mutate({ ...ids, agreed: true, profile: profileOf(typed) }, { onSuccess: onDone })
  }
  return (
    <form className="tl-listing-form" onSubmit={send} noValidate>
      <h2>{listing ? fill(form.changeTitle, { name: listing.profile.name }) : form.newTitle}</h2>
      <p>{form.lead}</p>
      <ListingWho {...part} />
      <ListingPlace {...part} />
      <ListingLicense {...part} />
      <ListingFees {...part} />
      <Checkbox checked={typed.agreed} onChange={(agreed) => part.type({ agreed })}>
        {form.agreed}
      </Checkbox>
      <FieldError id="listing-agreed" error={part.fault('agreed')} />
      {tried && lacking.length > 0 && <p role="alert">{form.mend}</p>}
      <Refusal refused={error} />
      <div className="tl-row">
        <Button kind="act" type="submit" busy={isPending}>
          {form.save}
        </Button>
        <Button onPress={onDone}>{form.cancel}</Button>
      </div>
    </form>
  )
}
