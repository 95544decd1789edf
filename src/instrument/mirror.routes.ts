import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { instrumentById, instruments } from './instrument.content.ts'
import type { Language } from './response.ts'
import { readMirror, readMirrors } from './mirror.contract.ts'
import { questionnaireOf } from './questionnaire.fhir.ts'

export function mirrorRoutes(shell: Shell): void {
  serve(shell, readMirrors, () =>
    Promise.resolve({
      instruments: Object.values(instruments).map(({ id, name, version, languages }) => ({
        id,
        name,
        version,
        worded: (['en', 'es'] satisfies Language[]).filter((each) => languages[each] !== undefined),
      })),
    }),
  )
  serve(shell, readMirror, (_, { instrumentId, language }) => {
    const instrument = instrumentById(instrumentId)
    if (!instrument) throw new Problem('not-found')
    return Promise.resolve({
      ...questionnaireOf(instrument, language),
      resourceType: 'Questionnaire' as const,
    })
  })
}
