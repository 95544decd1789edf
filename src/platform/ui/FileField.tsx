import { useRef, type ChangeEvent } from 'react'
import { Field, type FieldWords } from './Field.tsx'
import './field.css'
import './button.css'

type Props = FieldWords & {
  /** What the button says: "Choose a file". */
  words: string
  accept?: string | undefined
  /** The name of what was chosen, said beside the button. */
  chosen?: string | undefined
  onChange: (file: File) => void
}

/** The browser's own file picker, with our words. The same file can be chosen twice, after it was mended. */
export function FileField({ label, hint, error, optional, id, words, accept, chosen, onChange }: Props) {
  const place = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) onChange(file)
  }
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <span className="tl-file">
          <input
            ref={place}
            className="tl-sr tl-file-input"
            type="file"
            id={wiring.id}
            accept={accept}
            aria-describedby={wiring.describedBy}
            aria-invalid={wiring.invalid}
            onChange={choose}
          />
          <span
            className="tl-button tl-quiet tl-regular"
            aria-hidden="true"
            onClick={() => place.current?.click()}
          >
            {words}
          </span>
          {chosen && <span className="tl-file-name">{chosen}</span>}
        </span>
      )}
    </Field>
  )
}
