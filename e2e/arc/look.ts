import { AxeBuilder } from '@axe-core/playwright'
import type { Language } from '../../src/platform/i18n/language.ts'
import { takePicture } from './pictures.ts'
import type { Walk, Walker } from './walk.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']

export interface Looking {
  finds(): readonly string[]
  look: Walk['look']
}

/** Each page is given to axe once, in English; the best become the pictures of the documents. */
export function looking(language: Language): Looking {
  const found: string[] = []
  return {
    finds: () => found,
    async look({ hands: { page } }: Walker, name) {
      if (language !== 'en') return
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
      for (const { id, nodes } of violations)
        found.push(`${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
      await takePicture(page, name)
    },
  }
}
