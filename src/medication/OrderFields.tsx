import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import type { Orders } from './order.contract.ts'
import type { RangeCheck } from './order.ts'
import { comparison, needsReason, type OrderFaults, type TypedOrder } from './typedOrder.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { read: Orders; typed: TypedOrder; faults: OrderFaults; onChange: (typed: TypedOrder) => void }

type Put = (field: keyof TypedOrder) => (value: string) => void
type Wrong = (field: keyof TypedOrder) => string | undefined
type PartProps = Pick<Props, 'read' | 'typed'> & { put: Put; wrong: Wrong }

/** Every field begins empty: what is ordered is the prescriber's, and only compared. */
export function OrderFields({ read, typed, faults, onChange }: Props) {
  const own = useWords(words)
  const put: Put = (field) => (value) => onChange({ ...typed, [field]: value })
  const wrong: Wrong = (field) => {
    const fault = faults[field]
    return fault && own.fault[fault]
  }
  return (
    <>
      <What read={read} typed={typed} put={put} wrong={wrong} />
      <HowMuch read={read} typed={typed} put={put} wrong={wrong} />
      <NumberField
        label={own.doses}
        digits={2}
        value={typed.doses}
        error={wrong('doses')}
        onChange={put('doses')}
      />
      <TextField
        label={own.until}
        type="date"
        value={typed.until}
        error={wrong('until')}
        onChange={put('until')}
      />
    </>
  )
}

function What({ read, typed, put, wrong }: PartProps) {
  const own = useWords(words)
  return (
    <>
      <Select
        label={own.product}
        placeholder={own.choose}
        value={typed.product}
        error={wrong('product')}
        onChange={put('product')}
        options={read.protocol.products.map((value) => ({ value, words: own.products[value] }))}
      />
      <Select
        label={own.form}
        placeholder={own.choose}
        value={typed.form}
        error={wrong('form')}
        onChange={put('form')}
        options={read.protocol.forms.map((value) => ({ value, words: own.forms[value] }))}
      />
    </>
  )
}

function HowMuch({ read, typed, put, wrong }: PartProps) {
  const own = useWords(words)
  return (
    <>
      <NumberField
        label={own.amount}
        decimals
        digits={7}
        value={typed.amount}
        error={wrong('amount')}
        onChange={put('amount')}
      />
      <Select
        label={own.salt}
        placeholder={own.choose}
        value={typed.salt}
        error={wrong('salt')}
        onChange={put('salt')}
        options={(['base', 'hydrochloride'] as const).map((value) => ({ value, words: own.salts[value] }))}
      />
      <NumberField
        label={own.weight}
        optional
        hint={own.weightHint}
        unit={own.kg.trim()}
        decimals
        digits={5}
        value={typed.weight}
        error={wrong('weight')}
        onChange={put('weight')}
      />
      <HowLong read={read} typed={typed} put={put} wrong={wrong} />
      <Compared read={read} typed={typed} />
      {needsReason(typed, read.protocol) && (
        <TextArea
          label={own.reason}
          hint={own.reasonHint}
          value={typed.reason}
          error={wrong('reason')}
          onChange={put('reason')}
        />
      )}
    </>
  )
}

/** An infusion says how long it runs. */
function HowLong({ read, typed, put, wrong }: PartProps) {
  const own = useWords(words)
  if (read.protocol.route !== 'iv') return null
  return (
    <NumberField
      label={own.minutes}
      unit={own.minutesUnit}
      digits={3}
      value={typed.minutes}
      error={wrong('minutes')}
      onChange={put('minutes')}
    />
  )
}

/** The base beside the label's amount, and which side of the published range it lies on. Never an amount to take. */
function Compared({ read, typed }: Pick<Props, 'read' | 'typed'>) {
  const own = useWords(words)
  const compared = comparison(typed, read.protocol)
  if (!compared) return null
  const source = compared.range.figure ?? comparedWith(read.protocol.order)
  const from = {
    rule: source?.rule ?? '',
    source: source?.source ?? '',
    setting: source?.tag === 'PD' ? own.setting : '',
  }
  return (
    <output className="order-compared">
      {fill(own.base, { mg: compared.baseMg })} {fill(besideRange(own, compared.range), from)}
    </output>
  )
}

const comparedWith = ({ reasonAboveMg, reasonAboveMgPerKg, listedMg }: Orders['protocol']['order']) =>
  reasonAboveMg ?? reasonAboveMgPerKg ?? listedMg?.[0]

function besideRange(own: typeof en, { tier, crossed }: RangeCheck): string {
  if (tier === 'inside') return own.inside
  if (crossed === 'not-listed') return own.notListed
  if (crossed === 'faster') return own.faster
  return crossed === 'weight-unknown' ? own.weightUnknown : own.tier[tier]
}
