import './gutter.css'
import './picture.css'
import { type Loop, loopHalf, loopPath, wavePath } from './strand.ts'

const base = 66
const loop: Loop = { at: 150, size: 40, height: 56 }
const start = loop.at - loopHalf(loop.size)
const end = loop.at + loopHalf(loop.size)
const loopLine = loopPath(loop, base)

/** Before a journey the loop lies dotted and unopened; once it may be, it is drawn. Says nothing that words do not. */
export const ThreadLoop = ({ opened }: { opened: boolean }) => (
  <svg className="tl-thread-loop" viewBox="0 0 240 84" aria-hidden="true">
    <path className="tl-strand tl-strand-slack" d={wavePath([4, opened ? start : start - 8], base, 14)} />
    <path className={opened ? 'tl-strand tl-strand-loop' : 'tl-strand tl-strand-loop-ahead'} d={loopLine} />
    <path className="tl-strand tl-strand-ahead" d={wavePath([end, 236], base, 0)} />
    {opened ? (
      <circle className="tl-p-ring" cx={loop.at} cy={base - loop.height} r="6.500" />
    ) : (
      <circle className="tl-p-now" cx={start - 8} cy={base} r="6.500" />
    )}
  </svg>
)
