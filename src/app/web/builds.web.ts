/**
 * Of the files a browser keeps, those that belong neither to this build nor to the one before. The one before stays: a page
 * of it may still be open and fetch a part of itself.
 */
export function outdatedIn(
  kept: readonly string[],
  builds: readonly (readonly string[])[],
): readonly string[] {
  const wanted = new Set(builds.flat())
  return kept.filter((path) => path.startsWith('/assets/') && !wanted.has(path))
}
