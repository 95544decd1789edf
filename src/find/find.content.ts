import { readFile } from 'node:fs/promises'
import { openGazetteer, type Gazetteer, type PlacesFile } from './gazetteer.ts'

let opened: Promise<Gazetteer> | undefined

/** The towns and ZIP codes of the United States, read when the first visitor looks for one. */
export const gazetteer = (): Promise<Gazetteer> => (opened ??= open())

const open = async (): Promise<Gazetteer> =>
  openGazetteer(
    JSON.parse(
      await readFile(new URL('../../content/directory/places.json', import.meta.url), 'utf8'),
    ) as PlacesFile,
  )
