import { en as orderEn } from '../medication/words.en.ts'
import { es as orderEs } from '../medication/words.es.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { TaskNow } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en: { ...en, order: orderEn }, es: { ...es, order: orderEs } }

/** What was written down of the dose it is about, and by whom it was given; nothing where it is about none. */
export function TaskDose({ dose }: Pick<TaskNow, 'dose'>) {
  const own = useWords(words)
  const place = usePlace()
  if (!dose) return null
  const said = fill(own.tasks.dose, {
    product: own.order.products[dose.product],
    form: own.order.forms[dose.form].toLowerCase(),
    route: own.order.routes[dose.route],
    mg: formatNumber(dose.labelMg, place.language, 2),
    salt: own.order.salts[dose.labelSalt],
    name: dose.givenByName,
    at: formatDate(dose.givenAt, place, 'moment'),
  })
  return (
    <p>
      {said} {dose.corrected && own.tasks.doseCorrected}
    </p>
  )
}
