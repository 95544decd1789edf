import './thread.css'

/** The brand mark: slack, one loop, a stitch. Drawn beside the name, so it stays unspoken. */
export const ThreadMark = () => (
  <svg className="tl-thread-mark" viewBox="0 0 44 24" aria-hidden="true">
    <path className="tl-th-prep" d="M2 15.500C5.200 10.500 8.200 19.500 13.500 16.200" />
    <path
      className="tl-th-jour"
      d="M13.500 16.200C18 13.400 29 19.800 29 10.200C29 1.800 18.400 1.800 18.400 9.800C18.400 17.600 26.500 17.800 30.500 15"
    />
    <path className="tl-th-integ" d="M34 13.600L37.200 13.100M40.400 13.200L42 13.500" />
  </svg>
)
