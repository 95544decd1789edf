// Cuts content/directory/places.json from the `zipcodes` package: node content/directory/make-places.mjs
// United States only (the package's Canadian rows come from a vendor's sample file, so they are left out).
// One line a state; a town is its name and its ZIP codes, each with latitude and longitude in hundredths of a degree,
// which is about a kilometre: enough to say "12 miles", too little to point at a door.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { codes } = createRequire(import.meta.url)('zipcodes')
const military = new Set(['AA', 'AE', 'AP'])
const rows = Object.values(codes)
  .filter(({ country, state }) => country === 'US' && !military.has(state))
  .filter(({ latitude, longitude }) => Number.isFinite(latitude) && latitude !== 0 && longitude !== 0)
  .sort((a, b) => a.zip.localeCompare(b.zip))

const states = {}
for (const { zip, latitude, longitude, city, state } of rows) {
  const towns = (states[state] ??= {})
  ;(towns[city] ??= []).push(`${zip} ${Math.round(latitude * 100)} ${Math.round(longitude * 100)}`)
}

const sorted = (record) => Object.keys(record).sort().map((key) => [key, record[key]])
const lines = sorted(states).map(([state, towns]) => {
  const joined = Object.fromEntries(sorted(towns).map(([town, zips]) => [town, zips.join(',')]))
  return `${JSON.stringify(state)}:${JSON.stringify(joined)}`
})
writeFileSync(new URL('places.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`)
console.error(`${rows.length} ZIP codes in ${lines.length} states and territories`)
