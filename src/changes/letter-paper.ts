import type { LetterData } from '../documents/letter-paper.ts'
import { day } from '../kernel/day.ts'
import { numberWords } from './letters.ts'
import type { Letter, TransferOut } from './transfer-shape.ts'

type Person = {
  sex: string | null
  ethnicity: string | null
  phone: string | null
  bornOn: string | null
}

/** What a letter tells of a transfer and of the person it is about. */
export const letterData = (
  { unitName, toUnit, personName, status, duesMonth }: TransferOut,
  letter: Letter,
  person: Person | undefined,
): LetterData => ({
  ...{ fromUnit: unitName, toUnit, personName, status, duesMonth },
  sex: (person?.sex ?? null) as 'female' | 'male' | null,
  ethnicity: person?.ethnicity ?? null,
  phone: person?.phone ?? null,
  age: person?.bornOn ? day(person.bornOn).until(day(letter.issuedOn), { largestUnit: 'years' }).years : null,
  number: numberWords(letter),
  issuedOn: letter.issuedOn,
  validDays: letter.validDays,
})
