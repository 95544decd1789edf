import { en as accessEn } from '../access/words.door.en.ts'
import { es as accessEs } from '../access/words.door.es.ts'
import { en as closingEn } from '../journey/words.closing.en.ts'
import { es as closingEs } from '../journey/words.closing.es.ts'
import { en as gatesEn } from '../journey/words.gates.en.ts'
import { es as gatesEs } from '../journey/words.gates.es.ts'
import { en as measureEn } from '../measure/words.names.en.ts'
import { es as measureEs } from '../measure/words.names.es.ts'
import { en as orderEn } from '../medication/words.en.ts'
import { es as orderEs } from '../medication/words.es.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Beside, Cell, CodeKind, Line, Sourced } from './whole.ts'
import { en } from './words.whole.en.ts'
import { es } from './words.whole.es.ts'

const words = { en, es }
const access = { en: accessEn, es: accessEs }
const closing = { en: closingEn, es: closingEs }
const gates = { en: gatesEn, es: gatesEs }
const measure = { en: measureEn, es: measureEs }
const order = { en: orderEn, es: orderEs }

/** What a line is about. */
export function useName(): (pair: Beside) => string {
  const { names, line } = useWords(words)
  return ({ section, name }) => names[`${section} ${name}`] ?? fill(line, { n: name.replace('words ', '') })
}

export function useSource(): (from: Sourced | null) => string {
  const { rule, tags } = useWords(words)
  return (from) => {
    if (from === null) return '–'
    const told = [...(from.source ? [from.source] : []), fill(rule, { rule: from.rule })].join('; ')
    return fill(tags[from.tag ?? 'source'], { source: told })
  }
}

/** What a line says, in words; what an edition does not set is said to be unset. */
export function useCellWords(): (line: Line | null) => string {
  const said = useWords(words)
  const language = useLanguage()
  const code = useCodes()
  const n = (value: number) => formatNumber(value, language)
  const counted = (text: string, unit: keyof typeof said.units | '') =>
    unit === '' ? text : fill(said.units[unit], { n: text })
  const cells: { readonly [Kind in Cell['is']]: (cell: Extract<Cell, { is: Kind }>) => string } = {
    numbers: ({ values, unit }) => counted(values.map(n).join(', '), unit),
    span: ({ from, to, unit }) => counted(fill(said.span, { from: n(from), to: n(to) }), unit),
    limit: ({ watch, call, urgent }) =>
      [
        fill(said.limit.watch, { n: n(watch) }),
        ...(call === null ? [] : [fill(said.limit.call, { n: n(call) })]),
        ...(urgent === null ? [] : [fill(said.limit.urgent, { n: n(urgent) })]),
      ].join(' · '),
    codes: ({ of, codes }) => codes.map((one) => code(of, one)).join(', ') || said.silent,
    words: ({ words: all }) => all.map((one) => one[language]).join(' · '),
    present: ({ present }) => (present ? said.present.yes : said.present.no),
  }
  return (line) => (line === null ? said.silent : cells[line.cell.is](line.cell as never))
}

function useCodes(): (of: CodeKind, code: string) => string {
  const { moments, confidence } = useWords(words)
  const { routes, products, forms } = useWords(order)
  const roles: Readonly<Record<string, string>> = useWords(access).roles
  const { criteria } = useWords(closing)
  const equipment: Readonly<Record<string, string>> = useWords(gates).places
  const instruments: Readonly<Record<string, string>> = useWords(measure).topics
  const all: Readonly<Record<CodeKind, Readonly<Record<string, string>>>> = {
    route: routes,
    products,
    forms,
    roles,
    equipment,
    criteria,
    instruments,
    moments,
    confidence,
  }
  return (of, code) => {
    const told = all[of][code] ?? code
    return of === 'instruments' ? `${code.toUpperCase()} (${told})` : told
  }
}
