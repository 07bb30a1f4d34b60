import type { PetitionPaper } from '../documents/petition.ts'
import { petitionDocx, petitionName } from '../documents/petition-paper.ts'
import { PETITION_TAGS } from '../documents/petition-tags.ts'
import { filled } from '../documents/template.ts'
import type { TemplateKind } from '../documents/template-kinds.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { isHers, matterOf, shownTo } from './asking-jobs.ts'
import { papersOf, petitionData } from './petition.ts'
import * as contract from './petition-contract.ts'
import { notHers, notLetIn } from './refusals.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const TEMPLATES: Readonly<Record<PetitionPaper, TemplateKind>> = {
  acceptance: 'petition-acceptance-template',
  'passing-on': 'petition-passing-on-template',
  extension: 'petition-extension-template',
  opinion: 'petition-opinion-template',
}

/** A paper that she is given. A sensitive matter is opened first, with a reason. */
const download = route(contract.downloadPetitionPaper, async (asked) => {
  const { tx, actor, today, params } = asked
  const { paper } = params
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!isHers(actor, matter)) return notHers()
  if (matter.sensitive && !matter.apart) return notLetIn()
  if (!papersOf(matter).includes(paper))
    return refuse('conflict', '这件需求现在不需要这份文书。请先在分诊里写明是不是信访事项、归谁办。')
  if (matter.sensitive && matter.openedUntil === null)
    return refuse('not-permitted', '这件需求已封存。请先在页面上说明理由打开，再下载文书。')
  const data = petitionData(shownTo(asked, matter), today.toString())
  const own = await templateFor(tx, matter.unitId, TEMPLATES[paper])
  const bytes = await filled(own, PETITION_TAGS, data, (each) => petitionDocx(paper, each))
  return isRefusal(bytes) ? bytes : { name: `${petitionName(paper, data)}.docx`, type: WORD, bytes }
})

export const petitionRoutes: readonly Route[] = [download]
