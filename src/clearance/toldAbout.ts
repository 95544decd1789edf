interface ToldOf {
  readonly about: readonly { readonly question: string; readonly waits: boolean }[]
}

/** What the client told about a question of the rules, as long as it waits for a clinician. */
export const toldAbout = <Told extends ToldOf>(
  { told }: { readonly told: readonly Told[] },
  question: string,
): Told | undefined => told.find(({ about }) => about.some((one) => one.question === question && one.waits))
