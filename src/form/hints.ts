/** Questions whose words look as if they were about this. A hint to whoever decides, and never a decision. */
export interface Hints {
  readonly danger: readonly string[]
  readonly trauma: readonly string[]
}

interface Asked {
  readonly id: string
  /** In every language the file has them in. */
  readonly words: readonly string[]
}

/** In English and Spanish, without accents; beginnings of words, so that their other forms are found. */
const aboutDeath = [
  'suicid',
  'kill',
  'dead',
  'death',
  'dying',
  'dies?\\b',
  'end my life',
  'end your life',
  'ending my life',
  'ending your life',
  'not wake up',
  'harm',
  'hurt(ing)? (myself|yourself|themsel|others|someone)',
  'cut(ting)? (myself|yourself)',
  'better off without',
  'no reason to live',
  'not worth living',
  'matar',
  'muert',
  'morir',
  'muero',
  'quitar(me|se|le)? la vida',
  'acabar con (mi|su|tu) vida',
  'terminar con (mi|su|tu) vida',
  'no despertar',
  'dano',
  'danar',
  'lastimar',
  'herir',
  'cortar(me|se|te)\\b',
  'vale la pena vivir',
  'ganas de vivir',
]
const aboutWhatHappened = [
  'abus',
  'trauma',
  'assault',
  'attack',
  'rape',
  'raping',
  'molest',
  'violen',
  'beat(en)?\\b',
  'witness',
  'accident',
  'disaster',
  'combat',
  'war\\b',
  'tortur',
  'kidnap',
  'neglect',
  'happened to you',
  'happened to me',
  'as a child',
  'when you were a child',
  'childhood',
  'sexual',
  'maltrat',
  'agre(d|s)i',
  'ataqu',
  'atac(o|aron|ad)',
  'viola(r|ci|d|ron)',
  'violo\\b',
  'golp',
  'presenci(o|ar|ad|e)',
  'accidente',
  'desastre',
  'guerra',
  'secuestr',
  'descuid',
  'le (paso|ocurrio|sucedio)',
  'me (paso|ocurrio|sucedio)',
  'infancia',
  'de nin(o|a)',
]

const anyOf = (beginnings: readonly string[]) => new RegExp(`(^|[^a-z])(${beginnings.join('|')})`)
const death = anyOf(aboutDeath)
const happened = anyOf(aboutWhatHappened)

const plain = (words: string): string =>
  words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ')

export function hintsIn(asked: readonly Asked[]): Hints {
  const about = (pattern: RegExp) =>
    asked.filter(({ words }) => words.some((each) => pattern.test(plain(each)))).map(({ id }) => id)
  return { danger: about(death), trauma: about(happened) }
}
