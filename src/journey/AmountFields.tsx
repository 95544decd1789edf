import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Form = Ready['protocol']['forms'][number]
type Salt = 'base' | 'hydrochloride'

export interface AmountWritten {
  readonly mg: string
  readonly salt: Salt | undefined
  readonly form: Form | undefined
}

/** Nothing is filled in; where there is only one form, there is nothing to choose. */
export const nothingWritten = ({ protocol }: Ready): AmountWritten => ({
  mg: '',
  salt: undefined,
  form: protocol.forms.length === 1 ? protocol.forms[0] : undefined,
})

/** Reads what was written, or nothing while it is no amount. */
export function amountOf({ mg, salt, form }: AmountWritten, { protocol }: Ready) {
  const labelMg = /^\d{1,4}([.,]\d{1,2})?$/.test(mg.trim()) ? Number(mg.trim().replace(',', '.')) : 0
  const [product] = protocol.products
  if (labelMg <= 0 || !salt || !form || !product) return null
  return { product, form, route: protocol.route, labelMg, labelSalt: salt }
}

type Props = {
  ready: Ready
  written: AmountWritten
  onWrite: (written: AmountWritten) => void
  wrong: boolean
}

export function AmountFields({ ready, written, onWrite, wrong }: Props) {
  const own = useWords(words)
  const { forms, products } = ready.protocol
  const salts = own.salts[products[0] ?? 'racemic']
  return (
    <div className="ready-amount">
      <NumberField
        label={own.labelMg}
        unit={own.mg}
        decimals
        digits={6}
        value={written.mg}
        onChange={(mg) => onWrite({ ...written, mg })}
        error={wrong ? own.amountFault : undefined}
      />
      <Choice
        label={own.salt}
        value={written.salt}
        onChange={(salt) => onWrite({ ...written, salt })}
        options={(['base', 'hydrochloride'] as const).map((value) => ({ value, words: salts[value] }))}
      />
      {forms.length > 1 && (
        <Choice
          label={own.form}
          value={written.form}
          onChange={(form) => onWrite({ ...written, form })}
          options={forms.map((value) => ({ value, words: own.forms[value] }))}
        />
      )}
    </div>
  )
}
