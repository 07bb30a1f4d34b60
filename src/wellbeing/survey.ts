import { z } from 'zod'

const Name = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** A short voluntary survey, as a file of `surveys/` says it. Every question says what its answers are for. */
export const Survey = z.strictObject({
  title: z.string().min(1).max(30),
  purpose: z.string().min(1).max(100),
  questions: z
    .array(
      z.strictObject({
        id: Name,
        text: z.string().min(1).max(60),
        for: z.string().min(1).max(60),
        choices: z
          .array(z.strictObject({ id: Name, text: z.string().min(1).max(20) }))
          .min(2)
          .max(6),
      }),
    )
    .min(3)
    .max(5),
  /** The one question for own words; nobody has to answer it. */
  words: z.string().min(1).max(60),
})
export type Survey = z.infer<typeof Survey>
export type Question = Survey['questions'][number]

/** What somebody chose: the choice of a question, null where she left it out. */
export type Chosen = Readonly<Record<string, string | null>>

/** How often each choice of each question was made. */
export type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>

export const emptyTally = ({ questions }: Pick<Survey, 'questions'>): Tally =>
  Object.fromEntries(
    questions.map(({ id, choices }) => [id, Object.fromEntries(choices.map((choice) => [choice.id, 0]))]),
  )

/** Two counts of the same survey together, such as those of slips and of sheets. */
export const added = (one: Tally, other: Tally): Tally =>
  Object.fromEntries(
    Object.entries(one).map(([question, counts]) => [
      question,
      Object.fromEntries(
        Object.entries(counts).map(([choice, count]) => [choice, count + (other[question]?.[choice] ?? 0)]),
      ),
    ]),
  )

/** The first question that names something the survey does not know; undefined where all is of it. */
export const strangeIn = (
  { questions }: Pick<Survey, 'questions'>,
  given: Readonly<Record<string, readonly string[]>>,
): string | undefined =>
  Object.entries(given).find(([id, chosen]) => {
    const choices = questions.find((question) => question.id === id)?.choices.map((choice) => choice.id)
    return !choices || chosen.some((choice) => !choices.includes(choice))
  })?.[0]
