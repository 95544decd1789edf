export const phases = ['planned', 'under-way', 'recovering', 'closed', 'cancelled'] as const

/** `under-way` from the dose on, `recovering` when the peak is over, `closed` at discharge. */
export type Phase = (typeof phases)[number]
