const drawn = {
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  down: 'M6 9.5l6 6 6-6',
  back: 'M14.5 6l-6 6 6 6',
  onward: 'M9.500 6l6 6-6 6',
  menu: 'M4 7h16M4 12h16M4 17h10',
  close: 'M6 6l12 12M18 6L6 18',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  lamp: 'M12 3.500v2M5 6.500l1.400 1.400M19 6.500l-1.400 1.400M7.500 15a4.500 4.500 0 1 1 9 0zM6 19h12',
  cut: 'M3 12h5M16 12h5M8 8v8M16 8v8',
  pen: 'M5 19l1-4L16.500 4.500l3 3L9 18zM14 7l3 3',
  call: 'M6 4h3l1.500 4-2 1.500a11 11 0 0 0 6 6l1.500-2 4 1.500v3c0 1-.8 1.500-1.700 1.500C11 19.500 4.500 13 4.500 5.700 4.500 4.800 5 4 6 4z',
} as const

export type IconName = keyof typeof drawn

/** A line drawing beside words, never instead of them. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="tl-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d={drawn[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
