import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { call } from '../http/call.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { type Here, type HereUnit, useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { SHEET_LIMITS } from './book.ts'
import { ImportBatches } from './ImportBatches.tsx'
import { Imported } from './Imported.tsx'
import css from './Roster.module.css'
import { importRoster, previewRoster } from './roster-contract.ts'
import { asQuery, type Choices, NO_CHOICES } from './roster-review.ts'
import { SheetReview } from './SheetReview.tsx'
import { Waiting } from './Waiting.tsx'

/** 导入名册: a sheet is dropped, looked at, corrected where it was misread, and accepted whole or not at all. */
export const RosterPage = () => {
  const here = useHere()
  const { unit } = here
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead
        title="导入名册"
        lead={`${unit.name}。先看一遍每一列、每一行是怎样读的，接受之后才写入；写入以后也可以整批撤销。`}
      />
      {unit.kind !== 'branch' ? (
        <ChooseBranch here={here} />
      ) : here.may(importRoster.asks, unit.path) ? (
        <RosterImport key={unit.id} unit={unit} />
      ) : (
        <Empty title="名册由支部的书记、副书记或组织委员导入">
          <p>
            您可以看<Link to="/members">现有的名册</Link>。
          </p>
        </Empty>
      )}
    </>
  )
}

const ChooseBranch = ({ here }: { here: Here }) => {
  const branches = here.units.filter(
    ({ kind, path }) => kind === 'branch' && here.may(importRoster.asks, path),
  )
  return branches.length === 0 ? (
    <Empty title="没有可以导入的党支部">
      <p>名册按党支部导入，由该支部的书记、副书记或组织委员办理。</p>
    </Empty>
  ) : (
    <Empty title="请先选择党支部">
      <p>名册按党支部导入。</p>
      <ul className={css.choices}>
        {branches.map(({ id, name }) => (
          <li key={id}>
            <Link to="/roster" search={{ unit: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Empty>
  )
}

/** A file that was dropped; the number tells two files of one name apart. */
type Dropped = { file: File; number: number }

const RosterImport = ({ unit }: { unit: HereUnit }) => {
  const queries = useQueryClient()
  const [dropped, setDropped] = useState<Dropped | null>(null)
  // Counts on after a file is put away: a number given twice would find the reading of the file before.
  const files = useRef(0)
  const [choices, setChoices] = useState<Choices>(NO_CHOICES)
  const preview = usePreview(unit, dropped, choices)
  const accept = useMutation({
    mutationFn: ({ file, digest, basis }: { file: File; digest: string; basis: string }) =>
      call(importRoster, {
        params: { unit: unit.id },
        query: { ...asQuery(file.name, choices), digest, basis },
        file,
      }),
    // People, groups, posts and with them what is owed: nothing on other pages is sure to stand.
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'roster-preview' }),
  })
  const begin = (file: File | null): void => {
    accept.reset()
    setChoices(NO_CHOICES)
    if (file) files.current += 1
    setDropped(file && { file, number: files.current })
  }

  if (accept.data)
    return (
      <>
        <Imported imported={accept.data} unit={unit} again={() => begin(null)} />
        <ImportBatches unit={unit} />
      </>
    )
  return (
    <>
      {(!dropped || preview.error) && (
        <FileDrop
          label={dropped ? '换一份表' : '放入名册'}
          hint="把文件拖到这里，或点击选择：.xlsx、.xls、.csv，32 MB 以内"
          accept=".xlsx,.xls,.csv,.txt,.xlsb"
          most={SHEET_LIMITS.bytes}
          onFiles={([file]) => file && begin(file)}
        />
      )}
      {dropped && preview.isPending && (
        <Waiting key={dropped.number} what={`正在读「${dropped.file.name}」`} />
      )}
      {preview.error && (
        <div className={css.part}>
          <Failed error={preview.error} again={() => void preview.refetch()} />
        </div>
      )}
      {dropped && preview.data && !preview.error && (
        <SheetReview
          key={dropped.number}
          unit={unit}
          file={dropped.file}
          preview={preview.data}
          choices={choices}
          onChoose={(change) => {
            accept.reset()
            setChoices({ ...choices, ...change })
          }}
          rereading={preview.isPlaceholderData || preview.isFetching}
          accepting={accept.isPending}
          failure={accept.error}
          onAccept={({ digest, basis }) => accept.mutate({ file: dropped.file, digest, basis })}
          onAgain={() => {
            accept.reset()
            void preview.refetch()
          }}
          onOther={() => begin(null)}
        />
      )}
      {!dropped && <ImportBatches unit={unit} />}
    </>
  )
}

const usePreview = (unit: HereUnit, dropped: Dropped | null, choices: Choices) =>
  useQuery({
    queryKey: ['roster-preview', unit.id, dropped?.number, choices],
    queryFn: () =>
      call(previewRoster, {
        params: { unit: unit.id },
        query: asQuery(dropped!.file.name, choices),
        file: dropped!.file,
      }),
    enabled: dropped !== null,
    // While a choice is being tried, the page shows the reading before it; another file begins anew.
    placeholderData: (before, query) => (query?.queryKey[2] === dropped?.number ? before : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
