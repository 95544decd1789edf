/** Who was chosen on the demo page, until they are in: the sign-in form is filled with it. Nothing is kept. */
export interface DemoChoice {
  readonly accountId: string
  readonly email: string
  readonly password: string
}

const held: { choice: DemoChoice | undefined } = { choice: undefined }

export const demoChoice = (): DemoChoice | undefined => held.choice
export const choose = (choice: DemoChoice | undefined): void => void (held.choice = choice)
