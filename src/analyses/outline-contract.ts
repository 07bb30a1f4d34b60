import { z } from 'zod'
import { endpoint, Id, IsoDay, Written } from '../http/endpoint.ts'

/** What a unit asks its members to think about: the headings of an analysis, the items of a self-check. */
export const OUTLINES = ['analysis', 'self-check'] as const
export type OutlineKind = (typeof OUTLINES)[number]

/** `source`: where an item comes from, e.g. an article; a heading needs none. */
export const OutlineItem = z.strictObject({ text: Written(60), source: Written(80).nullable() })
export type OutlineItem = z.infer<typeof OutlineItem>

export const Outline = z.object({
  kind: z.enum(OUTLINES),
  items: z.array(OutlineItem),
  /** Null where no unit has laid down a list and the default holds. */
  since: IsoDay.nullable(),
  unitName: z.string().nullable(),
})
export type Outline = z.infer<typeof Outline>

export const listOutlines = endpoint({
  method: 'get',
  path: '/api/units/{unit}/outlines',
  summary: '查看党性分析提纲和自查清单',
  asks: 'analysis.see',
  params: z.strictObject({ unit: Id }),
  answer: z.object({ outlines: z.array(Outline) }),
})

/** A new list from today on; what was written under the old one stays as it is. */
export const layOutline = endpoint({
  method: 'put',
  path: '/api/units/{unit}/outlines/{kind}',
  summary: '定党性分析提纲和自查清单',
  asks: 'analysis.lead',
  params: z.strictObject({ unit: Id, kind: z.enum(OUTLINES) }),
  body: z.strictObject({ items: z.array(OutlineItem).min(1).max(40) }),
  answer: Outline,
})
