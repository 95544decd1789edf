// What may stand in a text that a person typed. Letters, signs and pictures of any language may; what steers a machine may not.

/** Controls other than tab and line break, and what turns the direction of reading around for what follows. */
const steering = /(?![\t\n\r])\p{Cc}|[\u2028-\u202E\u2066-\u2069]/u

/** Half of a pair is no sign at all (RFC 8259, section 8.2). */
export const isKeepable = (text: string): boolean => !steering.test(text) && text.isWellFormed()

export const isOneLine = (text: string): boolean => !/[\r\n\t]/.test(text)

const unseen = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u

/** Without what stands around the words; a text of signs that nobody can see is none. */
export const tidied = (text: string): string => (unseen.test(text) ? '' : text.trim())

/** What word processors break their lines with, as it is pasted, made what a line break is here. */
export const withOwnBreaks = (text: string): string => text.replaceAll(/\r\n|[\v\f\u0085\u2028\u2029]/g, '\n')
