/** The pages of the front door in reading order. Addresses say nothing about health. */
export const slugs = ['what', 'day', 'who', 'risks', 'evidence', 'rights', 'cost', 'privacy'] as const
export type Slug = (typeof slugs)[number]

export const isSlug = (text: string): text is Slug => slugs.some((slug) => slug === text)
