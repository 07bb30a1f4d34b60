import { Fault } from '../fault.ts'
import { type Regulations, readRegulations, told } from './read.ts'

/**
 * The regulations this process works by, read once when first needed by routes, jobs and commands. Pages never import it.
 * @throws Fault when a file does not say what it should: the program must not judge by half a book.
 */
const wholeBook = (): Regulations => {
  const regulations = readRegulations()
  if (regulations.faults.length > 0) throw new Fault(`规则文件有误：${told(regulations.faults)}`)
  return regulations
}

export const book: Regulations = wholeBook()
