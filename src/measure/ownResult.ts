/** A number that one version of a practice's own form works out. */
export interface ResultOf {
  readonly formId: string
  readonly version: string
  readonly resultId: string
}

/** The name it is followed under among the instruments. */
export const resultName = ({ formId, version, resultId }: ResultOf): string =>
  `${formId}/${version}/${resultId}`

const shape = /^(own-[0-9a-f]{12})\/(\d+)\/(.+)$/s

/** Nothing where the name is an instrument's. */
export function resultIn(name: string): ResultOf | undefined {
  const [, formId, version, resultId] = shape.exec(name) ?? []
  return formId && version && resultId ? { formId, version, resultId } : undefined
}
