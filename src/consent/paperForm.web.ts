import { fill } from '../platform/i18n/fill.ts'

type Words = { readonly formVersion: string; readonly noVersion: string }

/** The name of a form, with its version where the paper names one. */
export const formWords = (
  { formName: form, formVersion: version }: { formName: string; formVersion: string | null },
  said: Words,
): string => (version === null ? fill(said.noVersion, { form }) : fill(said.formVersion, { form, version }))
