interface Sought {
  readonly name: string
  readonly birthDate: string | null
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Every word of what was typed is in the name, accents aside, or in the date of birth. */
export const foundBy = ({ name, birthDate }: Sought, wanted: string): boolean =>
  plain(wanted)
    .split(/\s+/)
    .every((word) => plain(name).includes(word) || (birthDate ?? '').includes(word))
