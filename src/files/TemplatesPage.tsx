import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TEMPLATE_KINDS, TEMPLATE_TITLES, type TemplateKind } from '../documents/template-kinds.ts'
import { call } from '../http/call.ts'
import { sayInstant } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { type Here, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { listTemplates, MOST_BYTES, putTemplate } from './contract.ts'
import css from './Templates.module.css'

type Template = { purpose: TemplateKind; name: string; at: string }
type TagText = { purpose: TemplateKind; tag: string; says: string }

/** 文书模板: the unit's own Word files in place of the built-in ones, and the marks they may carry. */
export const TemplatesPage = () => {
  const here = useHere()
  const { unit } = here
  const read = useQuery({
    queryKey: ['templates', unit.id],
    queryFn: () => call(listTemplates, { params: { unit: unit.id } }),
  })
  return (
    <>
      <PageHead
        title="文书模板"
        lead={`${unit.name}。不换模板时，文书用内置格式；换上本单位的 Word 模板后，按模板生成。`}
      />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : read.data ? (
        <div className={css.parts}>
          {TEMPLATE_KINDS.map((purpose) => (
            <TemplatePart
              key={purpose}
              purpose={purpose}
              template={read.data.templates.find((each) => each.purpose === purpose)}
              tags={read.data.tags.filter((each) => each.purpose === purpose)}
              here={here}
            />
          ))}
        </div>
      ) : (
        <Loading what="文书模板" />
      )}
    </>
  )
}

type PartProps = {
  purpose: TemplateKind
  template: Template | undefined
  tags: readonly TagText[]
  here: Here
}

const TemplatePart = ({ purpose, template, tags, here }: PartProps) => {
  const { unit } = here
  const queries = useQueryClient()
  const put = useMutation({
    mutationFn: (file: File) =>
      call(putTemplate, { params: { unit: unit.id, purpose }, query: { name: file.name }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['templates', unit.id] }),
  })
  return (
    <section className={css.part} aria-labelledby={purpose}>
      <h2 id={purpose}>{TEMPLATE_TITLES[purpose]}</h2>
      <p role="status">
        {template ? `现用：${template.name}，${sayInstant(template.at)}换上。` : '用内置格式。'}
      </p>
      {put.error && <Failed error={put.error} />}
      {here.may(putTemplate.asks, unit.path) ? (
        <FileDrop
          label={template ? '换一个模板' : '放入本单位的模板'}
          hint=".docx 文件，用下面列出的标记占位"
          accept=".docx"
          most={MOST_BYTES}
          busy={put.isPending}
          onFiles={([file]) => file && put.mutate(file)}
        />
      ) : (
        <p className="aside">模板由书记、副书记或组织委员换。</p>
      )}
      <Tags tags={tags} />
    </section>
  )
}

const Tags = ({ tags }: { tags: readonly TagText[] }) => (
  <details>
    <summary>可用的标记</summary>
    <p className="aside">在 Word 模板里写上标记，生成时换成内容。写了不认识的标记，上传时会指出是哪一个。</p>
    <dl className={css.tags}>
      {tags.map(({ tag, says }) => (
        <div key={tag}>
          <dt>
            <code>{tag}</code>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </details>
)
