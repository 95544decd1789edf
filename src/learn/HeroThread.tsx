import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** The way in one line: slack before, a loop at the dose, stitches after. The three columns below say the same in words. */
export function HeroThread() {
  const { dose } = useWords(words)
  return (
    <svg className="tl-hero-thread" viewBox="0 0 1440 280" aria-hidden="true">
      <path
        className="tl-line tl-th-prep tl-drawn"
        pathLength="1"
        d="M-40 150C50 72 118 78 196 146S352 236 482 172"
      />
      <path
        className="tl-line tl-th-jour"
        d="M482 172C566 130 650 150 726 196C826 256 932 214 922 122C914 44 784 36 764 116C748 184 846 232 962 186"
      />
      <path
        className="tl-line tl-th-integ tl-stitched"
        d="M962 186C1058 148 1128 212 1222 194S1388 146 1490 170"
      />
      <circle className="tl-dose-ring" cx="922" cy="122" r="7.500" />
      <text className="tl-dose-words" x="946" y="118">
        {dose}
      </text>
    </svg>
  )
}

/** On a phone the line runs down beside the words; only the loop needs drawing, the rest is an edge. */
export const LoopDown = () => (
  <svg className="tl-loop-down" width="72" height="112" viewBox="0 0 72 112" aria-hidden="true">
    <path
      className="tl-line tl-th-jour"
      d="M28 0C27 10 25 18 21 26C3 56 15 88 43 85C66 82 69 43 45 37C24 32 10 62 24 97C26 102 28 106 28 112"
    />
    <circle className="tl-dose-ring" cx="43" cy="85" r="5.500" />
  </svg>
)
