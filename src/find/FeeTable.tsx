import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { dollars } from './Lines.tsx'
import { wholeArcUsd, type Listing } from './listing.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Every part, how many of it, and the sum. The sum is made here from the parts, so none can be left out of it. */
export function FeeTable({ listing: { fees, slidingScale } }: { listing: Listing }) {
  const { listing: names, feeItems } = useWords(words)
  const language = useLanguage()
  return (
    <>
      <table className="tl-fees">
        <thead>
          <tr>
            {[names.part, names.times, names.each, names.sum].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fees.map(({ item, count, eachUsd }) => (
            <tr key={item}>
              <th scope="row">{feeItems[item]}</th>
              <td>{count}</td>
              <td>{dollars(eachUsd, language)}</td>
              <td>{dollars(count * eachUsd, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {names.total}
            </th>
            <td>{dollars(wholeArcUsd(fees), language)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="tl-quiet-words">{names.feesSay}</p>
      {slidingScale && <p>{names.slidingSay}</p>}
    </>
  )
}
